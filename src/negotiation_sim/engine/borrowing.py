"""Compiled code's way to hand a room full of arrays around: by address, without counting references.

Passing eighty arrays by value to each of the hundreds of functions that a negotiation calls costs a microsecond a
call, and passing even eight to a function chosen at run time 170 ns, mostly for reference counts. Inside the kernel
the arrays outlive everything. So the kernel lays their descriptions down once, without owners, and hands out one
pointer: a `RecordRef`, whose attributes read like those of the named tuple that was laid down.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.datamodel import models
from numba.core.typing.templates import AttributeTemplate
from numba.extending import infer_getattr, intrinsic, lower_getattr_generic, register_model

_POINTER = ir.IntType(8).as_pointer()
LARGEST_RECORD = 4096
"""Bytes of the largest record that `lay_down_at` stores."""


class RecordRef(types.Type):  # type: ignore[misc]
    """The numba type of a pointer to a named tuple that was laid down."""

    def __init__(self, record: Any) -> None:
        """A reference to a record of this type."""
        self.record = record
        super().__init__(name=f"RecordRef({record.instance_class.__name__})")


@register_model(RecordRef)
class _RecordRefModel(models.PrimitiveModel):  # type: ignore[misc]
    def __init__(self, manager: Any, kind: RecordRef) -> None:
        super().__init__(manager, kind, _POINTER)


@infer_getattr
class _RecordRefAttributes(AttributeTemplate):  # type: ignore[misc]
    key = RecordRef

    def generic_resolve(self, reference: RecordRef, name: str) -> types.Type | None:
        if name not in reference.record.fields:
            return None
        member = reference.record.types[reference.record.fields.index(name)]
        return RecordRef(member) if isinstance(member, types.NamedTuple) else member


def _load(builder: Any, pointer: Any) -> Any:
    """Load a value leaf by leaf, so that the optimiser can leave out what is not used."""
    kind = pointer.type.pointee
    if not isinstance(kind, ir.LiteralStructType | ir.ArrayType):
        return builder.load(pointer)
    value = ir.Constant(kind, ir.Undefined)
    for i in range(len(kind.elements) if isinstance(kind, ir.LiteralStructType) else kind.count):
        value = builder.insert_value(value, _load(builder, cgutils.gep_inbounds(builder, pointer, 0, i)), i)
    return value


def _store(builder: Any, value: Any, pointer: Any) -> None:
    kind = value.type
    if not isinstance(kind, ir.LiteralStructType | ir.ArrayType):
        builder.store(value, pointer)
        return
    for i in range(len(kind.elements) if isinstance(kind, ir.LiteralStructType) else kind.count):
        _store(builder, builder.extract_value(value, i), cgutils.gep_inbounds(builder, pointer, 0, i))


@lower_getattr_generic(RecordRef)
def _read_attribute(context: Any, builder: Any, kind: RecordRef, value: Any, name: str) -> Any:
    place = builder.bitcast(value, context.get_value_type(kind.record).as_pointer())
    index = kind.record.fields.index(name)
    member = cgutils.gep_inbounds(builder, place, 0, index)
    if isinstance(kind.record.types[index], types.NamedTuple):
        return builder.bitcast(member, _POINTER)
    # Said again, though laid down without owners: only a constant lets the optimiser drop the counting.
    return _without_owner(context, builder, kind.record.types[index], _load(builder, member))


def _without_owner(context: Any, builder: Any, kind: types.Type, value: Any) -> Any:
    """The same value with the owners of all arrays in it forgotten, at any depth of named tuples."""
    if isinstance(kind, types.Array):
        array = cgutils.create_struct_proxy(kind)(context, builder, value=value)
        array.meminfo = cgutils.get_null_value(array.meminfo.type)
        array.parent = cgutils.get_null_value(array.parent.type)
        return array._getvalue()
    if isinstance(kind, types.BaseTuple):
        for i, member in enumerate(kind):
            part = _without_owner(context, builder, member, builder.extract_value(value, i))
            value = builder.insert_value(value, part, i)
    return value


@intrinsic
def lay_down(typing_context: Any, record: types.Type) -> Any:
    """Lay a named tuple down in the caller's frame; the reference is valid until the caller returns."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        place = cgutils.alloca_once(builder, arguments[0].type)
        _store(builder, _without_owner(context, builder, signature.args[0], arguments[0]), place)
        return builder.bitcast(place, _POINTER)

    return RecordRef(record)(record), generate


@intrinsic
def lay_down_at(typing_context: Any, record: types.Type, address: types.Type) -> Any:
    """Lay a named tuple down in memory that the caller owns; whoever reads it there must keep what it points to."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        value, place = arguments
        if context.get_abi_sizeof(value.type) > LARGEST_RECORD:
            raise ValueError(f"a record of more than {LARGEST_RECORD} bytes")
        pointer = builder.inttoptr(place, value.type.as_pointer())
        _store(builder, _without_owner(context, builder, signature.args[0], value), pointer)
        return context.get_dummy_value()

    return types.void(record, types.int64), generate


@intrinsic
def address_of(typing_context: Any, reference: types.Type) -> Any:
    """The address that a reference points to, as a whole number."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.ptrtoint(arguments[0], ir.IntType(64))

    return types.int64(reference), generate


def record_reader(record: types.Type) -> Any:
    """An intrinsic that gives a reference to the record of this type at an address."""

    @intrinsic
    def record_at(typing_context: Any, address: types.Type) -> Any:
        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            return builder.inttoptr(arguments[0], _POINTER)

        return RecordRef(record)(types.int64), generate

    return record_at

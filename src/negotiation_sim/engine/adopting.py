"""Compiling a user's function, where numba can; where it cannot, the reason in one line."""

from __future__ import annotations

import inspect
import math
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gettext import gettext
from pathlib import Path
from types import FunctionType
from typing import Any

import numba
from numba import njit, types
from numba.core.errors import NumbaWarning

from negotiation_sim.concepts import Disclosure, Efforts, Mediator
from negotiation_sim.engine import seat
from negotiation_sim.engine.guarding import shown
from negotiation_sim.engine.table import Table, empty_case, new_table
from negotiation_sim.rule import rule

_LONGEST = 160
_FRAME = ("Failed in", "During:", "File ", "-", ">")
_NUMBER = (types.Number, types.Boolean)


class CompileError(ValueError):
    """Numba cannot compile a user's function; the message says why, in one line."""


@rule
def _efforts(
    open_channel: float = 0.0,
    caucus: float = 0.0,
    relay: float = 0.0,
    reality_test: float = 0.0,
    text: float = 0.0,
    keep_at_table: float = 0.0,
    brainstorm: float = 0.0,
) -> Efforts:
    """`Efforts(...)` for compiled code: numba does not know the defaults of a named tuple."""
    if not math.isfinite(open_channel + caucus + relay + reality_test + text + keep_at_table + brainstorm):
        raise ValueError("a mediator style must return finite numbers")
    return Efforts(open_channel, caucus, relay, reality_test, text, keep_at_table, brainstorm)


def adopt(function: Callable[..., Any], kind: str) -> Callable[..., Any]:
    """A user's function compiled for the kernel, reads beyond the end of an array checked.

    `kind`: a field of `Selection`. Raises CompileError.
    """
    own: Any = inspect.unwrap(function)
    dispatcher = njit(nogil=True, forceinline=True)(_with_full_efforts(own))
    arguments = _argument_types(kind, len(inspect.signature(own).parameters))
    try:
        with _checking_bounds(), warnings.catch_warnings():
            warnings.simplefilter("ignore", NumbaWarning)
            dispatcher.compile(arguments)
    except Exception as error:  # numba raises errors of any type for code that it does not know
        raise CompileError(_reason(error, own)) from None
    wanted = _wrong_type(kind, dispatcher.nopython_signatures[0].return_type, len(arguments))
    if wanted:
        place = f"{shown(own.__code__.co_filename)}:{own.__code__.co_firstlineno}"
        told = gettext("it does not always return {wanted}").format(wanted=wanted)
        raise CompileError(f"{place}: {told}")
    return dispatcher


def _with_full_efforts(function: FunctionType) -> FunctionType:
    names = {name: _efforts for name, value in function.__globals__.items() if value is Efforts}
    copy = FunctionType(
        function.__code__,
        {**function.__globals__, **names},
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    copy.__module__ = function.__module__
    return copy


@contextmanager
def _checking_bounds() -> Iterator[None]:
    """Check indices in all that is compiled meanwhile; a flag of `njit` would not reach helpers."""
    before = numba.config.BOUNDSCHECK
    numba.config.BOUNDSCHECK = 1
    try:
        yield
    finally:
        numba.config.BOUNDSCHECK = before


def _argument_types(kind: str, count: int) -> tuple[types.Type, ...]:
    """Types of what the kernel hands to a rule, read off an example."""
    case = empty_case(2, 1, 2, 1)._replace(claim_noise=0.1)
    table: Table = new_table(case)
    if kind == "style":
        mediator = Mediator(case.skill, case.bias)
        return numba.typeof(mediator), numba.typeof(seat.mediator_view(case, table, 0.5))
    both = (
        numba.typeof(seat.party_at(case, table, 0)),
        numba.typeof(seat.view_from(case, table, 0, -1, 0.5)),
    )
    if kind == "packages":
        return (*both, numba.typeof(table.scores)) if count == 3 else (*both, types.int64, types.int64)
    more = {"concession": (), "talk": (types.int64,), "acceptance": (types.float64,)}
    return (*both, *more[kind])


def _wrong_type(kind: str, answer: types.Type, count: int) -> str:
    """What the function should return where its type says that it does not; "" where it does."""
    if kind == "style":
        return "" if _is_tuple_of(answer, Efforts) else gettext("Efforts(...) of numbers")
    if kind == "talk":
        return "" if _is_tuple_of(answer, Disclosure) else gettext("Disclosure(items, exaggeration)")
    if kind == "packages" and count == 3:
        return ""
    return "" if isinstance(answer, _NUMBER) else gettext("a number")


def _is_tuple_of(answer: types.Type, wanted: type) -> bool:
    is_one = isinstance(answer, types.BaseNamedTuple) and answer.instance_class is wanted
    return is_one and all(isinstance(member, _NUMBER) for member in answer)


def _reason(error: Exception, function: FunctionType) -> str:
    """The line of numba's long message that tells a student most, with the place in the student's file."""
    file = function.__code__.co_filename
    lines = [line.strip() for line in str(error).splitlines()]
    telling = [line for line in lines if line and not line.startswith(_FRAME)]
    what = telling[0].partition(" Raised from ")[0] if telling else type(error).__name__
    untyped = re.match(r"Untyped global name '(\w+)'.*<class '(\w+)'>", what)
    if untyped and untyped[2] == "function":
        told = gettext("it calls '{name}', a plain function; write @rule above that function")
        what = told.format(name=untyped[1])
    elif untyped:
        told = gettext("it uses '{name}', a {type} made outside the function")
        what = told.format(name=untyped[1], type=untyped[2])
    elif what.startswith("No implementation of function"):
        call = next((line.removeprefix(">>> ") for line in lines if line.startswith(">>> ")), what)
        what = gettext("numba does not know {call}").format(call=call)
    what = re.sub(r"\b(Party|View|Mediator|MediatorView)\(.*\)", r"\1", what)
    name = re.escape(Path(file).name)
    places = re.findall(rf'(?:{name}", line |{name} \()(\d+)', str(error))
    line = places[0] if places else function.__code__.co_firstlineno
    return f"{shown(file)}:{line}: {what[:_LONGEST]}"

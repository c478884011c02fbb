"""The rule set as first-class compiled functions: the room is an address, and no call recompiles the kernel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from numba import njit, objmode, types
from numba.core.errors import NumbaError

from negotiation_sim.engine import seat
from negotiation_sim.engine.adopting import CompileError, adopt
from negotiation_sim.engine.asking import way_to_ask
from negotiation_sim.engine.open_rooms import room_number
from negotiation_sim.engine.plain_rules import plain_rules
from negotiation_sim.engine.room_type import room_at
from negotiation_sim.engine.rule_set import PLACES, RuleSet
from negotiation_sim.engine.selection import Selection

CONCESSION = types.float64(types.int64, types.int64, types.int64, types.float64)
PACKAGES = types.int64(types.int64, types.int64, types.float64)
TALK = types.int64(types.int64, types.int64, types.float64)
ACCEPTANCE = types.int64(types.int64, types.int64, types.int64, types.float64, types.float64)
STYLE = types.int64(types.int64, types.float64)
NEXT_SPEAKER = types.int64(types.int64)
PROCEDURE = types.int64(types.int64, types.int64)


def _concession(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(address: int, at: int, source: int, clock: float) -> float:
        room = room_at(address)
        return seat.ask_concession(function, room.case, room.table, at, source, clock)

    return call


def _packages(function: Callable[..., Any]) -> Callable[..., Any]:
    ask = way_to_ask(function)

    def call(address: int, at: int, clock: float) -> int:
        room = room_at(address)
        return ask(function, room.case, room.table, at, clock)

    return call


def _talk(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(address: int, at: int, clock: float) -> int:
        room = room_at(address)
        return seat.ask_talk(function, room.case, room.table, at, clock)

    return call


def _acceptance(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(address: int, at: int, source: int, clock: float, value: float) -> int:
        room = room_at(address)
        return seat.ask_acceptance(function, room.case, room.table, at, source, clock, value)

    return call


def _style(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(address: int, clock: float) -> int:
        room = room_at(address)
        return seat.ask_style(function, room.case, room.table, clock)

    return call


def _next_speaker(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(address: int) -> int:
        room = room_at(address)
        return int(function(room.case, room.table))

    return call


def _procedure(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(address: int, argument: int) -> int:
        room = room_at(address)
        return int(function(room.case, room.table, argument))

    return call


def _called_back(signature: Any, plain: Callable[..., Any]) -> Callable[..., Any]:
    """Compiled code that calls the plain Python form on the same arrays: slow, but every rule runs."""
    count = len(signature.args)
    python_side = room_number(plain)
    if count == 2:

        def call_2(address: int, clock: float) -> int:
            number = room_at(address).table.number[0]
            with objmode(answer="int64"):
                answer = python_side(number, clock)
            return answer

        return call_2
    if count == 3:

        def call_3(address: int, at: int, clock: float) -> int:
            number = room_at(address).table.number[0]
            with objmode(answer="int64"):
                answer = python_side(number, at, clock)
            return answer

        return call_3
    if count == 4:

        def call_4(address: int, at: int, source: int, clock: float) -> float:
            number = room_at(address).table.number[0]
            with objmode(answer="float64"):
                answer = python_side(number, at, source, clock)
            return answer

        return call_4

    def call_5(address: int, at: int, source: int, clock: float, value: float) -> int:
        number = room_at(address).table.number[0]
        with objmode(answer="int64"):
            answer = python_side(number, at, source, clock, value)
        return answer

    return call_5


class Compiler:
    """Compiles the rules of one selection; `.called_back` tells which run as plain Python, and why."""

    def __init__(self) -> None:
        """Start with no function called back."""
        self.called_back: dict[str, str] = {}

    def _adopt(self, kind: str, function: Callable[..., Any], plain: Callable[..., Any]) -> Any:
        wrap, signature = _FORMS[kind]
        try:
            inner = function if _is_ours(function) else adopt(function, kind)
            call = wrap(inner)
            # numba tells functions apart by this name, on disk and in memory: of one name, it would mix them up.
            call.__qualname__ = f"{kind}.{function.__module__}.{function.__qualname__}"
            dispatcher = njit(cache=_is_ours(function), nogil=True)(call)
            dispatcher.compile(signature)
        except (CompileError, NumbaError) as error:
            self.called_back[function.__name__] = str(error)
            dispatcher = njit(_called_back(signature, plain))
            dispatcher.compile(signature)
        dispatcher.disable_compile()
        return dispatcher

    def _all(self, kind: str, functions: Any, plain: tuple[Callable[..., Any], ...]) -> tuple[Any, ...]:
        found = [self._adopt(kind, f, p) for f, p in zip(functions, plain, strict=True)]
        return tuple(found + [found[0]] * (PLACES - len(found)))

    def compile(self, selection: Selection) -> RuleSet:
        """The functions of a selection, compiled where possible and called back where not."""
        plain = plain_rules(selection)
        return RuleSet(
            concession=self._all("concession", selection.concession, plain.concession),
            packages=self._all("packages", selection.packages, plain.packages),
            talk=self._all("talk", selection.talk, plain.talk),
            acceptance=self._all("acceptance", selection.acceptance, plain.acceptance),
            style=self._adopt("style", selection.style, plain.style),
            next_speaker=self._adopt("next_speaker", selection.next_speaker, plain.next_speaker),
            **{
                name: self._adopt("procedure", function, getattr(plain, name))
                for name, function in selection.procedures._asdict().items()
            },
        )


_FORMS = {
    "concession": (_concession, CONCESSION),
    "packages": (_packages, PACKAGES),
    "talk": (_talk, TALK),
    "acceptance": (_acceptance, ACCEPTANCE),
    "style": (_style, STYLE),
    "next_speaker": (_next_speaker, NEXT_SPEAKER),
    "procedure": (_procedure, PROCEDURE),
}


def _is_ours(function: Callable[..., Any]) -> bool:
    """Only functions of this package are kept on disk: the folder's name is a hash of their sources."""
    return function.__module__.startswith("negotiation_sim.")

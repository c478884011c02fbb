"""A user's function with a guard around it: what goes wrong in it is told in one line, with its place."""

from __future__ import annotations

import functools
import inspect
import math
import traceback
from collections.abc import Callable
from gettext import gettext
from pathlib import Path
from typing import Any

import numpy as np

from negotiation_sim.concepts import Disclosure, Efforts
from negotiation_sim.engine.plugin_files import TITLES

_LONGEST = 60
_NUMBERS = (int, float, np.integer, np.floating, np.bool_)


class FunctionError(RuntimeError):
    """A user's function raised, or returned what no rule may return; the message is one line."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Where in the user's file, and what."""
        self.line = line
        self.reason = " ".join(reason.split())
        super().__init__(f"{shown(file)}:{line}: {self.reason}")


def line_in(file: str, error: BaseException, otherwise: int) -> int:
    """The line of the file in which an error arose or through which it came."""
    lines = [entry.lineno for entry in traceback.extract_tb(error.__traceback__) if entry.filename == file]
    return next((line for line in reversed(lines) if line), otherwise)


def shown(file: str) -> str:
    """A file as seen from the current folder, if it lies within it."""
    path = Path(file)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def wrong_answer(kind: str, answer: object, fills: bool = False) -> str:
    """What is wrong with what a function of this kind returned; "" where nothing is.

    `fills`: the function fills a table of scores in place, so that what it returns does not matter.
    """
    if kind in ("strategy", "packages"):
        return "" if fills or _is_finite(answer) else gettext("a finite number")
    if kind == "concession":
        return "" if isinstance(answer, _NUMBERS) and 0.0 <= answer <= 1.0 else gettext("a number from 0 to 1")
    if kind == "talk":
        fits = isinstance(answer, Disclosure) and all(map(_is_finite, answer))
        return "" if fits else gettext("Disclosure(items, exaggeration), two finite numbers")
    if kind == "acceptance":
        return "" if isinstance(answer, _NUMBERS) else gettext("True or False")
    fits = isinstance(answer, Efforts) and all(map(_is_finite, answer))
    return "" if fits else gettext("Efforts(...) of finite numbers")


def _is_finite(answer: object) -> bool:
    return isinstance(answer, _NUMBERS) and math.isfinite(answer)


@functools.cache
def guarded(function: Callable[..., Any], kind: str) -> Callable[..., Any]:
    """The function, raising FunctionError where it fails or returns nonsense; `kind`: a key of `TITLES`."""
    code = inspect.unwrap(function).__code__
    file, first = code.co_filename, code.co_firstlineno
    fills = kind in ("strategy", "packages") and code.co_argcount == 3

    @functools.wraps(function)
    def call(*arguments: Any) -> Any:
        who = f"{function.__name__}{_seat(arguments)}"
        try:
            answer = function(*arguments)
        except (Exception, SystemExit) as error:  # a user's function may raise anything
            what = f"{type(error).__name__}: {error}".removesuffix(": ")
            raise FunctionError(file, line_in(file, error, first), f"{who}: {what}") from error
        wanted = wrong_answer(kind, answer, fills)
        if wanted:
            got = " ".join(repr(answer).split())[:_LONGEST]
            told = gettext("{function} returned {answer}; {kind} returns {wanted}")
            reason = told.format(function=who, answer=got, kind=gettext(TITLES[kind]), wanted=wanted)
            raise FunctionError(file, first, reason)
        return answer

    return call


def _seat(arguments: tuple[Any, ...]) -> str:
    """Which side asked, counted from 1 in the order of the scenario file; nothing for a mediator."""
    seat = getattr(arguments[0], "seat", None)
    return "" if seat is None else " (" + gettext("side {number}").format(number=int(seat) + 1) + ")"

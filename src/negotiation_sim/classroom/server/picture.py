"""A view as JSON in pieces, and the frames by which a page follows it: the first whole, then what has changed.

A frame is {"view": VIEW, "frame": n}, or {"change": {key: value}, "log": [entry], "frame": n}: what has become of the
view of frame n - 1. The entries of the log are added by their numbers; every other key is replaced.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from negotiation_sim.classroom.table.reading import Reading


class Picture(NamedTuple):
    """A view at one moment. `log` is shared by all pictures of a reader and grows; `read` entries of it are in this."""

    parts: dict[str, str]
    log: list[tuple[int, str]]
    read: int


class Artist:
    """Makes pictures of one folded table for all who look on; nothing is written twice that is the same object."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self._logs: dict[Reading, list[tuple[int, str]]] = {}
        self._written: dict[int, tuple[object, str]] = {}
        self._kept: dict[int, tuple[object, str]] = {}

    def begin(self) -> None:
        """Begin with a round of pictures; of what is written, only that of the round before is remembered."""
        self._kept, self._written = self._written, {}

    def picture(self, seen: dict[str, Any], reading: Reading) -> Picture:
        """A view without its log, and the log."""
        log = self._logs.setdefault(reading, [])
        log += [(entry["n"], _written(entry)) for entry in reading.on()[len(log) :]]
        return Picture({key: self._text(value) for key, value in seen.items()}, log, len(log))

    def _text(self, value: object) -> str:
        known = self._written.get(id(value)) or self._kept.get(id(value)) or (value, _written(value))
        self._written[id(value)] = known  # which keeps the object, so that no other one gets its number
        return known[1]


class Frames:
    """What is sent over one socket, one after the other."""

    def __init__(self) -> None:
        """The page holds nothing yet."""
        self._held: Picture | None = None
        self._number = 0

    def next(self, now: Picture) -> str | None:
        """The frame that brings the page to this picture; None if it is there."""
        before, self._held = self._held, now
        if before is None or before.log is not now.log or before.parts.keys() != now.parts.keys():
            body = _whole(now)
        else:
            changed = {key: text for key, text in now.parts.items() if text != before.parts[key]}
            if not changed and before.read == now.read:
                return None
            body = f'"change": {_object(changed)}, "log": {_list(now.log[before.read : now.read])}'
        self._number += 1
        return f'{{{body}, "frame": {self._number}}}'

    def lost(self) -> Picture | None:
        """The page lost track: the next frame is whole. The picture that it should hold, if there is one."""
        held, self._held = self._held, None
        return held


def _whole(picture: Picture) -> str:
    return f'"view": {_object(picture.parts | {"log": _list(sorted(picture.log[: picture.read]))})}'


def _object(parts: dict[str, str]) -> str:
    return "{" + ", ".join(f'"{key}": {text}' for key, text in parts.items()) + "}"


def _list(log: list[tuple[int, str]]) -> str:
    return "[" + ", ".join(text for _n, text in log) + "]"


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

"""What a page of the classroom makes of the frames of a table's socket, as seat/frames.js has it.

tests/classroom/browser/test_frames.py holds the two against each other.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


class LostError(Exception):
    """A frame before this one is missing."""


@dataclass
class Page:
    """A view as far as it has come, and the number of its last frame."""

    view: Json | None = None
    frame: int = 0

    def take(self, message: Json) -> Json:
        """The view after a frame. Raises LostError."""
        if "view" in message:
            self.view = message["view"]
        elif self.view is None or message["frame"] != self.frame + 1:
            raise LostError
        else:
            log = sorted(self.view["log"] + message["log"], key=lambda entry: entry["n"])
            self.view = self.view | message["change"] | {"log": log}
        self.frame = message["frame"]
        return self.view

    def follow(self, text: str | bytes) -> Json | None:
        """The view after whatever came over the wire; None if that was no frame."""
        message = json.loads(text)
        return self.take(message) if "frame" in message else None

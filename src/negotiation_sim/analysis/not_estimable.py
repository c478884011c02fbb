"""What the runs of a sweep cannot tell, however it is asked."""

from __future__ import annotations


class NotEstimable(ValueError):  # noqa: N818 - it is what it says
    """The runs do not say how large an effect is; the text says why, and what to leave out or to play."""

"""Which keys the kinds of figures take, and which of them must be written."""

from typing import NamedTuple


class FigureKeys(NamedTuple):
    """The keys of a kind besides `kind` and `title`; of `either`, at most one is written."""

    needed: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    designs: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every key, in the order in which people read of them."""
        return (*self.needed, *self.optional, *self.either)


_EVEN = ("grid", "table")

FIGURE_KEYS = {
    "curves": FigureKeys(("x",), ("arms", "panel", "at"), designs=_EVEN),
    "map": FigureKeys(("x", "y"), ("at",), ("arm", "difference"), _EVEN),
    "multiples": FigureKeys(("x", "panel"), ("arms", "at"), designs=_EVEN),
    "zone": FigureKeys((), ("point", "arm", "sides"), ("run", "runs")),
    "time_to_agreement": FigureKeys((), ("point", "arms")),
    "sensitivity": FigureKeys((), ("arms",), designs=("saltelli", "morris")),
    "why_no_deal": FigureKeys((), ("point", "arm")),
    "network": FigureKeys((), ("point", "arm")),
}
"""By kind; `designs`: the kinds of design that the figure can be drawn from, none named for all."""

"""What a scenario compares: arms that differ in some settings, along an axis of values."""

from typing import Annotated, Any, NamedTuple

from pydantic import Discriminator, Field, StringConstraints, Tag

from negotiation_sim.scenario.fields import WholeNumber, described
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Text

_ = str  # marks words for the message catalogues; they are translated where they are shown
AS_WRITTEN = _("as written")
"""Name of the one arm of a scenario that compares nothing."""


class Axis(NamedTuple):
    """The path that is varied, and its values in order."""

    path: str
    values: tuple[object, ...]


class AxisRange(StrictModel):
    """Evenly spaced values of an axis, both ends included."""

    from_: float = Field(alias="from", **described("The first value", "a number", "none, must be written"))
    to: float = Field(**described("The last value", "a number", "none, must be written"))
    points: WholeNumber = Field(
        ge=2, le=101, **described("How many values, both ends included", "2 to 101", "none, must be written")
    )

    @property
    def values(self) -> tuple[float, ...]:
        """The values, rounded to 10 decimals."""
        return evenly_spaced(self.from_, self.to, self.points)


def evenly_spaced(first: float, last: float, points: int) -> tuple[float, ...]:
    """Numbers from the first to the last, both included, rounded to 10 decimals."""
    return tuple(round(first + (last - first) * k / (points - 1), 10) for k in range(points))


def _axis_form(value: object) -> str:
    return "list of values" if isinstance(value, list) else "range of values"


AxisValues = Annotated[
    Annotated[AxisRange, Tag("range of values")]
    | Annotated[list[Any], Field(min_length=1, max_length=101), Tag("list of values")],
    Discriminator(_axis_form),
]
ArmName = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class Compare(StrictModel):
    """Arms that differ in some settings, along an axis; a path such as parties.*.trust sets every party."""

    axis: dict[str, AxisValues] | None = Field(
        None,
        min_length=1,
        max_length=1,
        **described(
            "What is varied: {path: {from, to, points}} or {path: [values]}",
            "one path with a range or with a list of 1 to 101 values",
            "none",
        ),
    )
    arms: dict[ArmName, dict[str, Any]] = Field(
        {AS_WRITTEN: {}},
        min_length=1,
        max_length=12,
        **described(
            "What is compared: {name: {path: value}}",
            "1 to 12 names of 1 to 60 characters",
            f"one arm {AS_WRITTEN!r}",
        ),
    )
    labels: dict[ArmName, Text] = Field(
        {},
        **described(
            "What arms are called in tables and pictures: {name: text}", "names of arms with a text", "the names"
        ),
    )

    @property
    def resolved_axis(self) -> Axis | None:
        """The axis with its values written out, None where nothing is varied."""
        for path, values in (self.axis or {}).items():
            return Axis(path, values.values if isinstance(values, AxisRange) else tuple(values))
        return None

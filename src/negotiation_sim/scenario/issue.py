"""The issues of a negotiation: what can be agreed on each, and what that does to the interests."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from negotiation_sim.scenario.fields import described, number, word
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Text, text_in

MOST_OPTIONS = 2000
"""Options that an issue may have, written out or as levels of a grid."""

_TOLERANCE = 1e-9
"""How exactly the steps of a grid must reach its end, as a share of the number of steps."""

Effect = Annotated[float, Field(ge=-1, le=1)]


class Grid(StrictModel):
    """Evenly spaced levels of a number, such as {from: 85, to: 145, step: 10}."""

    from_: float = Field(
        alias="from",
        **described("The lowest level", "a number below 'to'", "none, must be written", "as the issue"),
    )
    to: float = Field(
        **described(
            "The highest level",
            "a number that the steps reach exactly",
            "none, must be written",
            "as the issue",
        )
    )
    step: float = Field(
        gt=0,
        **described(
            "The distance between levels",
            f"a number above 0 that makes 2 to {MOST_OPTIONS} levels",
            "none, must be written",
            "as the issue",
        ),
    )

    @property
    def steps(self) -> float:
        """How often `step` fits between `from` and `to`; a whole number in a sound grid."""
        return (self.to - self.from_) / self.step

    @property
    def ends_exactly(self) -> bool:
        """Whether the steps reach `to`, in one step at least."""
        return round(self.steps) >= 1 and abs(self.steps - round(self.steps)) <= _TOLERANCE * max(1.0, self.steps)

    @property
    def values(self) -> tuple[float, ...]:
        """The levels from low to high, in the unit of the issue."""
        last = round(self.steps)
        return tuple(self.from_ + (self.to - self.from_) * level / last for level in range(last + 1))


def _effect_form(value: object) -> str:
    return "list of effects" if isinstance(value, list) else "one effect"


Effects = Annotated[
    Annotated[Effect, Tag("one effect")] | Annotated[list[Effect], Tag("list of effects")],
    Discriminator(_effect_form),
]


class Issue(StrictModel):
    """One issue: its options or its grid of levels, and their effects on the interests."""

    label: Text | None = Field(None, description="Name shown to people. Text. Default: the identifier with spaces.")
    unit: Text | None = Field(None, description="Unit of the levels, shown to people. Text. Default: none.")
    options: list[Text] | None = Field(
        None,
        min_length=2,
        max_length=MOST_OPTIONS,
        **described("What can be agreed, one text an option; write either options or a grid",
                    f"2 to {MOST_OPTIONS} distinct texts", "none"),
    )  # fmt: skip
    grid: Grid | None = Field(
        None,
        description="Evenly spaced levels {from, to, step}; write either options or a grid. Default: none.",
    )
    ordered: bool | None = word(
        None,
        "true or false",
        "Whether the options have an order from low to high; left out: true for a grid, false for options",
    )
    effects: dict[str, Effects] = Field(
        min_length=1,
        **described(
            "What the issue does to each interest: one number is the effect at the high end, the low end has "
            "the opposite sign (ordered issues only); a list has one number an option",
            "-1 (harms most) to 1 (serves most)",
            "none, must be written; interests left out get 0",
            "share of the strongest effect",
        ),
    )
    shape: Literal["natural", "linear", "satiating", "accelerating"] = word(
        "natural",
        "natural, linear, satiating or accelerating",
        "How an effect given as one number runs between the ends; natural: gains satiate, costs accelerate",
    )
    curvature: float = number(
        0.35, 0, 0.9, "pure number", "How strongly satiating and accelerating effects bend; 0: straight"
    )

    @property
    def levels(self) -> int:
        """How many options the issue has."""
        if self.grid is not None:
            return round(self.grid.steps) + 1
        return len(self.options or ())

    @property
    def is_ordered(self) -> bool:
        """Whether the options have an order from low to high."""
        return self.grid is not None if self.ordered is None else self.ordered

    def labels(self, lang: str = "en") -> tuple[str, ...]:
        """The options as people read them; levels of a grid as plain numbers such as "85"."""
        if self.grid is not None:
            return tuple(f"{value:.10g}" for value in self.grid.values)
        return tuple(text_in(option, lang) for option in self.options or ())

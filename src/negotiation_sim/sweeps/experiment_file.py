"""What an experiment file holds: every key with its meaning, range and default."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from negotiation_sim.scenario.comparison import AS_WRITTEN, ArmName, evenly_spaced
from negotiation_sim.scenario.fields import WholeNumber, described, number, word
from negotiation_sim.scenario.model import Name, Scenario
from negotiation_sim.scenario.paths import fields_of
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Identifier, Text

MOST_RUNS = 10_000_000
"""Negotiations that one point and arm may have."""

MOST_VALUES = 10_000
"""Values that one factor may have."""

MOST_CELLS = 1_000_000
"""Points times arms that an experiment may have."""

MOST_SAMPLES = 2**20

FactorPath = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class FactorRange(StrictModel):
    """Numbers between two ends, both included."""

    from_: float = Field(alias="from", **described("The lowest value", "a number", "none, must be written"))
    to: float = Field(
        **described("The highest value", "a number above the lowest value", "none, must be written"),
    )
    points: WholeNumber | None = Field(
        None,
        ge=2,
        le=MOST_VALUES,
        **described(
            "How many evenly spaced values, both ends included; in a grid only",
            f"2 to {MOST_VALUES}",
            "none, must be written in a grid",
        ),
    )

    @property
    def values(self) -> tuple[float, ...]:
        """The values, rounded to 10 decimals; none where a sample draws them."""
        return evenly_spaced(self.from_, self.to, self.points) if self.points else ()


def _factor_form(value: object) -> str:
    return "range of values" if isinstance(value, dict) else "list of values"


FactorValues = Annotated[
    Annotated[FactorRange, Tag("range of values")]
    | Annotated[list[Any], Field(min_length=1, max_length=MOST_VALUES), Tag("list of values")],
    Discriminator(_factor_form),
]


class Design(StrictModel):
    """Which points are played: every combination, those of a table, or a sample."""

    kind: Literal["grid", "table", "latin_hypercube", "sobol", "saltelli", "morris"] = Field(
        **described(
            "How the points are chosen",
            "grid, table, latin_hypercube, sobol, saltelli or morris",
            "none, must be written",
        )
    )
    factors: dict[FactorPath, FactorValues] = Field(
        {},
        max_length=50,
        **described(
            "What is varied: {path: {from, to}} or {path: [values]}; in a grid {path: {from, to, points}}",
            "1 to 50 paths, each with a range or with a list of values; none for a table",
            "none, must be written except for a table",
        ),
    )
    points: list[dict[FactorPath, Any]] = Field(
        [],
        max_length=MOST_CELLS,
        **described(
            "The points of a table, each {path: value}; all set the same paths",
            "a list of points, for a table only",
            "none, must be written for a table",
        ),
    )
    samples: WholeNumber | None = Field(
        None,
        ge=1,
        le=MOST_SAMPLES,
        **described(
            "How many points are drawn (latin_hypercube, sobol); the base sample (saltelli); trajectories (morris)",
            f"1 to {MOST_SAMPLES}; a power of two for sobol and saltelli; for sampled designs only",
            "none, must be written for a sampled design",
        ),
    )
    seed: WholeNumber = number(
        1, 0, 2**31 - 1, "", "Seed of the design, not of the negotiations; for sampled designs only"
    )


class StopRule(StrictModel):
    """When a point has been played often enough."""

    half_width: float = Field(
        gt=0,
        le=0.5,
        **described(
            "Half the width that every 95 % interval of a point must come down to",
            "more than 0, at most 0.5, as a share",
            "none, must be written",
            "share",
        ),
    )
    of: Literal["rates", "differences"] = word(
        "rates", "rates or differences", "Which intervals: of the agreement rates, or of the arms' paired differences"
    )
    at_least: WholeNumber = number(
        1000, 1000, MOST_RUNS, "negotiations", "Negotiations that every point and arm has, a multiple of 1,000"
    )
    at_most: WholeNumber = number(
        20_000, 1000, MOST_RUNS, "negotiations", "Negotiations at which a point ends anyway, a multiple of 1,000"
    )


PointInFile = Annotated[
    Annotated[WholeNumber, Field(ge=0), Tag("number of a point")]
    | Annotated[dict[FactorPath, Any], Tag("values of a point")],
    Discriminator(lambda value: "values of a point" if isinstance(value, dict) else "number of a point"),
]
Sides = Annotated[list[str], Field(min_length=2, max_length=2)]
TwoArms = Annotated[list[ArmName], Field(min_length=2, max_length=2)]


class Figure(StrictModel):
    """A picture of the results; which keys it takes depends on its kind."""

    kind: Literal[
        "curves", "map", "multiples", "zone", "time_to_agreement", "sensitivity", "why_no_deal", "network"
    ] = Field(
        **described(
            "What is drawn",
            "curves, map, multiples, zone, time_to_agreement, sensitivity, why_no_deal or network",
            "none, must be written",
        )
    )
    title: Text | None = Field(None, description="The title. Default: one made from what is drawn.")
    x: FactorPath | None = word(
        None, "path of a factor", "The factor along the horizontal axis (curves, map, multiples)"
    )
    y: FactorPath | None = word(None, "path of a factor", "The factor along the vertical axis (map)")
    panel: FactorPath | None = word(
        None, "path of a factor", "The factor that has one panel for each value (curves, multiples)"
    )
    at: dict[FactorPath, Any] = Field(
        {},
        **described(
            "Values at which other factors are held (curves, map, multiples): {path: value}",
            "paths of factors with one of their values",
            "no entries",
        ),
    )
    arms: list[ArmName] | None = Field(
        None,
        min_length=1,
        max_length=12,
        **described("The arms shown (curves, multiples, time_to_agreement, sensitivity)", "names of arms", "all arms"),
    )
    arm: ArmName | None = word(
        None, "name of an arm", "The one arm shown (map, zone, why_no_deal, network); if none is named, the first"
    )
    difference: TwoArms | None = Field(
        None,
        **described(
            "Two arms whose difference is shown instead of the rate of one, first minus second (map)",
            "names of two arms",
            "none",
        ),
    )
    point: PointInFile | None = Field(
        None,
        **described(
            "The point shown (zone, time_to_agreement, why_no_deal, network): its number, or {path: value}",
            "number of a point from 0, or paths of factors with values",
            "the only point, if there is one",
        ),
    )
    run: WholeNumber | None = Field(
        None,
        ge=0,
        **described("The one negotiation shown (zone)", "number of a run from 0", "none, many are shown"),
    )
    runs: WholeNumber | None = Field(
        None,
        ge=1,
        le=100_000,
        **described("How many negotiations are shown, from the first (zone)", "1 to 100000", "500"),
    )
    sides: Sides | None = Field(
        None, **described("The two parties whose utilities are shown (zone)", "names of two parties", "the first two")
    )


class ExperimentFile(StrictModel):
    """An experiment: which scenario is played, where, in which arms, how often, and what is drawn of it."""

    name: Name = Field(
        **described("What the experiment is called", "a text of 1 to 200 characters", "none, must be written")
    )
    description: Text = Field(**described("What the experiment is to show", "a text", "none, must be written"))
    extends: str = Field(
        min_length=1,
        **described(
            "The scenario that is played; what it compares itself is not used",
            "a scenario file, seen from this file, or the name of a shipped scenario",
            "none, must be written",
        ),
    )
    set_: dict[str, Any] = Field(
        {},
        alias="set",
        **described("Changes of the scenario at every point: {path: value}", "paths with values", "no entries"),
    )
    design: Design | None = Field(None, description="The points. Default: null, one point, the scenario as written.")
    arms: dict[ArmName, dict[str, Any]] = Field(
        {AS_WRITTEN: {}},
        min_length=1,
        max_length=12,
        **described(
            "What is compared at every point under the same luck: {name: {path: value}}",
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
    runs: WholeNumber = number(1000, 1, MOST_RUNS, "negotiations", "Negotiations of every point and arm")
    stop: StopRule | None = Field(
        None,
        description="Play each point until its intervals are narrow, instead of `runs`. Default: null, `runs` count.",
    )
    seed: WholeNumber = number(1, 0, 2**63 - 1, "", "Seed of the negotiations; all points and arms share the luck")
    store: Literal["summary", "runs", "traces"] = word(
        "summary",
        "summary, runs or traces",
        "What is kept: results of points, also of every negotiation, also the story of every negotiation",
    )
    figures: dict[Identifier, Figure] = Field(
        {},
        max_length=100,
        **described(
            "Pictures of the results: {file name: what}", "up to 100 names as of issues, with what is drawn", "none"
        ),
    )


ONLY_IN_EXPERIMENTS = fields_of(ExperimentFile).keys() - fields_of(Scenario).keys() - {"extends"}
"""Keys that tell an experiment file from a scenario file."""

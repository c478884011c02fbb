"""Checks of each issue as a whole: its options or grid, and effects that fit them."""

from collections.abc import Iterator
from gettext import gettext

from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.issue import MOST_OPTIONS, Grid
from negotiation_sim.scenario.nearest_name import suggestion_or_all
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.yaml_nodes import Path


def issue_problems(draft: Draft) -> Iterator[Problem]:
    """Everything wrong with issues that concerns more than one value."""
    for issue in draft.each("issues"):
        if draft.keys(*issue):
            yield from _form_problems(draft, issue)
            yield from _grid_problems(draft, issue)
            yield from _option_problems(draft, issue)
            yield from _effect_problems(draft, issue)


def unknown_interests(draft: Draft, mapping: Path) -> Iterator[Problem]:
    """Keys of the mapping at the path that name no interest."""
    interests = draft.keys("interests")
    for path in draft.each(*mapping) if interests else ():
        name = str(path[-1])
        if name not in interests:
            told = gettext("{path}: unknown interest {name}")
            told = told.format(path=repr(".".join(map(str, mapping))), name=repr(name))
            yield draft.key_place(*path).problem(f"{told}{suggestion_or_all(name, interests)}")


def wrong_total(total: float) -> str:
    """What to say of importances with a sum that no share can be taken of."""
    return gettext("all importances are 0") if total == 0 else gettext("the importances are too large to add up")


def _form_problems(draft: Draft, issue: Path) -> Iterator[Problem]:
    name = repr(".".join(map(str, issue)))
    has_options, has_grid = (draft.has(*issue, key) for key in ("options", "grid"))
    if has_options and has_grid:
        told = gettext("{name} has both options and a grid; write one of them")
        yield draft.key_place(*issue, "grid").problem(told.format(name=name))
    if not has_options and not has_grid:
        told = gettext("{name} has neither options nor a grid; write one of them")
        yield draft.key_place(*issue).problem(told.format(name=name))
    if has_grid and draft.value(*issue, "ordered") is False:
        told = gettext("'{path}' is false: the levels of a grid have an order; write options instead")
        yield draft.place(*issue, "ordered").problem(told.format(path=".".join(map(str, (*issue, "ordered")))))


def _grid_problems(draft: Draft, issue: Path) -> Iterator[Problem]:
    grid = _grid(draft, issue)
    if grid is None:
        return
    name = ".".join(map(str, issue))
    if grid.to <= grid.from_:
        told = gettext("'{path}' is {value}: it must be above 'from', which is {low}")
        yield draft.place(*issue, "grid", "to").problem(
            told.format(path=f"{name}.grid.to", value=f"{grid.to:g}", low=f"{grid.from_:g}")
        )
    elif grid.steps > MOST_OPTIONS - 0.5:
        told = gettext("'{path}' has too many levels (allowed 2 to {most}); make the step larger")
        yield draft.place(*issue, "grid", "step").problem(told.format(path=f"{name}.grid", most=MOST_OPTIONS))
    elif not grid.ends_exactly:
        below, above = (grid.from_ + grid.step * (int(grid.steps) + more) for more in (0, 1))
        told = gettext("'{path}' is {value}: steps of {step} from {low} reach {above}")
        if below > grid.from_:
            told = gettext("'{path}' is {value}: steps of {step} from {low} reach {below} or {above}")
        numbers = {"value": grid.to, "step": grid.step, "low": grid.from_, "below": below, "above": above}
        yield draft.place(*issue, "grid", "to").problem(
            told.format(path=f"{name}.grid.to", **{key: f"{number:.10g}" for key, number in numbers.items()})
        )


def _option_problems(draft: Draft, issue: Path) -> Iterator[Problem]:
    options = draft.value(*issue, "options")
    if not isinstance(options, list):
        return
    name = ".".join(map(str, (*issue, "options")))
    for number, option in enumerate(options):
        first = options.index(option)
        if first < number:
            told = gettext("{name} has the same option twice (items {first} and {second})")
            yield draft.place(*issue, "options", number).problem(
                told.format(name=repr(name), first=first + 1, second=number + 1)
            )


def _effect_problems(draft: Draft, issue: Path) -> Iterator[Problem]:
    yield from unknown_interests(draft, (*issue, "effects"))
    levels = levels_of(draft, issue)
    is_unordered = not draft.has(*issue, "grid") and draft.value(*issue, "ordered") is not True
    for path in draft.each(*issue, "effects"):
        effect = draft.value(*path)
        name = ".".join(map(str, path))
        if isinstance(effect, list) and levels is not None and len(effect) != levels:
            told = gettext("{name} has {numbers} numbers, but the issue has {options} options; write one each")
            yield draft.place(*path).problem(told.format(name=repr(name), numbers=len(effect), options=levels))
        elif isinstance(effect, int | float) and draft.is_sound(*issue, "ordered") and is_unordered:
            told = gettext(
                "{name} is one number, but the options have no order; write one number an option, or "
                "'ordered: true' where they run from low to high"
            )
            yield draft.place(*path).problem(told.format(name=repr(name)))


def levels_of(draft: Draft, issue: Path) -> int | None:
    """How many options the issue has, None where that is not sure."""
    options = draft.value(*issue, "options")
    grid = _grid(draft, issue)
    if isinstance(options, list):
        return None if grid else len(options)
    sound = grid and grid.to > grid.from_ and grid.steps <= MOST_OPTIONS - 0.5 and grid.ends_exactly
    return round(grid.steps) + 1 if grid and sound else None


def _grid(draft: Draft, issue: Path) -> Grid | None:
    written = draft.value(*issue, "grid")
    if not isinstance(written, dict):
        return None
    return Grid.model_validate(written)

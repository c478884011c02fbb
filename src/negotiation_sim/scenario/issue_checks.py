"""Checks of each issue as a whole: its options or grid, and effects that fit them."""

from collections.abc import Iterator

from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.issue import MOST_LEVELS, Grid
from negotiation_sim.scenario.nearest_name import suggestion
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
            near = suggestion(name, interests) or f" (there is: {', '.join(interests)})"
            yield draft.key_place(*path).problem(f"{'.'.join(map(str, mapping))!r}: unknown interest {name!r}{near}")


def _form_problems(draft: Draft, issue: Path) -> Iterator[Problem]:
    name = ".".join(map(str, issue))
    has_options, has_grid = (draft.has(*issue, key) for key in ("options", "grid"))
    if has_options and has_grid:
        yield draft.key_place(*issue, "grid").problem(f"{name!r} has both options and a grid; write one of them")
    if not has_options and not has_grid:
        yield draft.key_place(*issue).problem(f"{name!r} has neither options nor a grid; write one of them")
    if has_grid and draft.value(*issue, "ordered") is False:
        yield draft.place(*issue, "ordered").problem(
            f"'{name}.ordered' is false: the levels of a grid have an order; write options instead"
        )


def _grid_problems(draft: Draft, issue: Path) -> Iterator[Problem]:
    grid = _grid(draft, issue)
    if grid is None:
        return
    name = ".".join(map(str, issue))
    if grid.to <= grid.from_:
        yield draft.place(*issue, "grid", "to").problem(
            f"'{name}.grid.to' is {grid.to:g}: it must be above 'from', which is {grid.from_:g}"
        )
    elif grid.steps > MOST_LEVELS - 0.5:
        yield draft.place(*issue, "grid", "step").problem(
            f"'{name}.grid' has too many levels (allowed 2 to {MOST_LEVELS}); make the step larger"
        )
    elif not grid.ends_exactly:
        below, above = (grid.from_ + grid.step * (int(grid.steps) + more) for more in (0, 1))
        reached = f"{below:.10g} or {above:.10g}" if below > grid.from_ else f"{above:.10g}"
        yield draft.place(*issue, "grid", "to").problem(
            f"'{name}.grid.to' is {grid.to:.10g}: steps of {grid.step:.10g} from {grid.from_:.10g} reach {reached}"
        )


def _option_problems(draft: Draft, issue: Path) -> Iterator[Problem]:
    options = draft.value(*issue, "options")
    if not isinstance(options, list):
        return
    name = ".".join(map(str, (*issue, "options")))
    for number, option in enumerate(options):
        first = options.index(option)
        if first < number:
            yield draft.place(*issue, "options", number).problem(
                f"{name!r} has the same option twice (items {first + 1} and {number + 1})"
            )


def _effect_problems(draft: Draft, issue: Path) -> Iterator[Problem]:
    yield from unknown_interests(draft, (*issue, "effects"))
    levels = _levels(draft, issue)
    is_unordered = not draft.has(*issue, "grid") and draft.value(*issue, "ordered") is not True
    for path in draft.each(*issue, "effects"):
        effect = draft.value(*path)
        name = ".".join(map(str, path))
        if isinstance(effect, list) and levels is not None and len(effect) != levels:
            yield draft.place(*path).problem(
                f"{name!r} has {len(effect)} numbers, but the issue has {levels} options; write one each"
            )
        elif isinstance(effect, int | float) and draft.is_sound(*issue, "ordered") and is_unordered:
            yield draft.place(*path).problem(
                f"{name!r} is one number, but the options have no order; write one number an option, or "
                "'ordered: true' where they run from low to high"
            )


def _levels(draft: Draft, issue: Path) -> int | None:
    """How many options the issue has, None where that is not sure."""
    options = draft.value(*issue, "options")
    grid = _grid(draft, issue)
    if isinstance(options, list):
        return None if grid else len(options)
    sound = grid and grid.to > grid.from_ and grid.steps <= MOST_LEVELS - 0.5 and grid.ends_exactly
    return round(grid.steps) + 1 if grid and sound else None


def _grid(draft: Draft, issue: Path) -> Grid | None:
    written = draft.value(*issue, "grid")
    if not isinstance(written, dict):
        return None
    return Grid.model_validate(written)

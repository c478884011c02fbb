"""Settings tried in their places: what would go wrong when they are made, said before anything runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from negotiation_sim.scenario.checks import problems_of, problems_with
from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.settings import Setting, applied


class Trials:
    """Trials of settings on one scenario; what was said once is not said again."""

    def __init__(self, scenario: Draft, known: Iterable[Problem]) -> None:
        """`known`: what is wrong with the scenario as written, which is said already."""
        self._scenario = scenario
        self._said = set(known)
        self._is_sound = not self._said

    def problems(self, settings: Sequence[Setting], title: str) -> Iterator[Problem]:
        """What goes wrong with these settings, all of whose paths exist; each message begins with the title."""
        for problem in self._found(settings):
            if problem not in self._said:
                self._said.add(problem)
                yield replace(problem, message=title + problem.message)

    def _found(self, settings: Sequence[Setting]) -> list[Problem]:
        root, scenario = self._scenario.root, self._scenario.content
        if self._is_sound and scenario is not None:
            return problems_with(scenario, root, settings)[1]
        return problems_of(applied(root, settings))[1]


def telling(points: list[Setting]) -> list[Setting]:
    """The settings of one path that are tried together with others: all, or the ends where all are numbers.

    What two settings can break together are limits (a mediator who enters after the deadline, say).
    """
    values = [getattr(point.entry.node, "value", None) for point in points]
    numbers = [value for value in values if isinstance(value, int | float)]
    if not numbers or len(numbers) < len(points):
        return points
    return [points[values.index(min(numbers))], points[values.index(max(numbers))]]

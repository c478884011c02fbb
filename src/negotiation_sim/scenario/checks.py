"""All checks of a scenario, each with what it looks at, so that after a change the rest need not be looked at again."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from negotiation_sim.scenario.delegation_checks import delegation_problems
from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.invention_checks import invention_problems
from negotiation_sim.scenario.ladder_checks import ladder_problems
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.own_values_checks import own_values_problems
from negotiation_sim.scenario.paths import overlap
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.settings import Setting, applied
from negotiation_sim.scenario.table_checks import link_problems, mediator_problems, stake_problems
from negotiation_sim.scenario.term_checks import term_problems
from negotiation_sim.scenario.yaml_nodes import MappingNode


class _Check(NamedTuple):
    """A check, and the patterns of the paths that it depends on."""

    problems: Callable[[Draft], Iterable[Problem]]
    depends_on: tuple[str, ...]


_IMPORTANCE = "parties.*.importance"  # overlaps also with what replaces a party or all of them as a whole
_CHECKS = (
    _Check(stake_problems, ("interests", "issues", _IMPORTANCE, "parties.*.organisations")),
    _Check(link_problems, ("communication.links", _IMPORTANCE)),
    _Check(mediator_problems, ("mediator", "deadline", "ladder", "protocol", _IMPORTANCE)),
    _Check(
        delegation_problems,
        ("interests", _IMPORTANCE, "parties.*.organisations", "parties.*.organisation_links", "parties.*.members"),
    ),
    _Check(invention_problems, ("invention", "interests", "issues", _IMPORTANCE, "parties.*.organisations")),
    _Check(own_values_problems, ("issues", "invention", "defaults", "parties")),
    _Check(ladder_problems, ("ladder", "deadline", "protocol", "side_payments", _IMPORTANCE)),
    _Check(term_problems, ("term",)),
)


def problems_of(root: MappingNode) -> tuple[Draft, list[Problem]]:
    """The draft of a scenario, and everything wrong with it except what its comparison does."""
    draft = Draft(root)
    return draft, [*draft.problems, *(problem for check in _CHECKS for problem in check.problems(draft))]


def problems_with(sound: Scenario, root: MappingNode, settings: Sequence[Setting]) -> tuple[Draft, list[Problem]]:
    """The same for the tree of a sound scenario with settings made, all of whose paths exist.

    What the settings do not touch is as sound as it was, and not looked at again.
    """
    changed = applied(root, settings)
    untouched = [key for key, entry in changed.entries.items() if root.entries.get(key) is entry]
    draft = Draft(changed, {key: getattr(sound, key) for key in untouched})
    paths = {setting.path for setting in settings}
    touched = [check for check in _CHECKS if any(overlap(path, own) for path in paths for own in check.depends_on)]
    return draft, [*draft.problems, *(problem for check in touched for problem in check.problems(draft))]

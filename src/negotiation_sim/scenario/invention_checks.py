"""Checks of options to be invented: names of their own, known interests, and of use to somebody."""

from collections.abc import Collection, Iterator, Mapping
from gettext import gettext

from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.issue_checks import unknown_interests
from negotiation_sim.scenario.problems import Problem


def invention_problems(draft: Draft) -> Iterator[Problem]:
    """Everything wrong with invented options that concerns more than one value."""
    for path in draft.each("invention", "options"):
        name = str(path[-1])
        if name in draft.keys("issues"):
            told = gettext("'{path}' has the name of an issue")
            yield draft.key_place(*path).problem(told.format(path=f"invention.options.{name}"))
        unknown = list(unknown_interests(draft, (*path, "effects")))
        yield from unknown
        effects = draft.value(*path, "effects")
        if not unknown and isinstance(effects, Mapping) and effects:
            served = [interest for interest, effect in effects.items() if float(effect) > 0]
            if _nobody_cares(draft, served):
                told = gettext("'{path}' could never be of value to anybody: no effect is above 0")
                if served:
                    told = gettext("'{path}' could never be of value to anybody: no party cares about {interests}")
                yield draft.key_place(*path).problem(
                    told.format(path=f"invention.options.{name}", interests=", ".join(served))
                )


def _nobody_cares(draft: Draft, served: Collection[str]) -> bool:
    concerns = []
    for party in draft.each("parties"):
        concerns.append(draft.value(*party, "importance"))
        concerns += [draft.value(*path, "importance") for path in draft.each(*party, "organisations")]
    if any(not isinstance(importance, Mapping) for importance in concerns):
        return False
    return not any(
        float(weight) > 0 and interest in served
        for importance in concerns
        if isinstance(importance, Mapping)
        for interest, weight in importance.items()
    )

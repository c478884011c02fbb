"""Sentences that stand beneath pictures: what they rest on, and how they are to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from negotiation_sim.experiments.report import LEVEL
from negotiation_sim.figures.factor_words import settings_shown
from negotiation_sim.messages.language import Language
from negotiation_sim.scenario.model import Scenario

if TYPE_CHECKING:
    from negotiation_sim.sweeps.experiment import Experiment


def counted(runs: tuple[int, int], seed: int, language: Language) -> str:
    """How many negotiations there were at each point and under each arm, and from which seed."""
    fewest, most = map(language.numbers.whole, runs)
    if fewest == most:
        message = language.gettext("{runs} negotiations a point and arm, the same luck in every arm (seed {seed}).")
        return message.format(runs=most, seed=seed)
    message = language.gettext(
        "{fewest} to {most} negotiations a point and arm, the same luck in every arm (seed {seed})."
    )
    return message.format(fewest=fewest, most=most, seed=seed)


def rates_with_intervals(language: Language) -> str:
    """Which intervals the bands or whiskers of rates are."""
    # NOTE: beneath a picture; "bands" are the shaded areas along curves
    message = language.gettext("Bands and whiskers of rates: {level} Wilson intervals.")
    return message.format(level=language.numbers.percent(LEVEL))


def differences_with_intervals(language: Language) -> str:
    """Which intervals the bands of differences are."""
    message = language.gettext("Differences are paired run by run: {level} Tango intervals.")
    return message.format(level=language.numbers.percent(LEVEL))


def not_calibrated(language: Language) -> str:
    """What may be read from any picture of ours."""
    return language.gettext("A model, not calibrated to field data: read signs and order, not sizes.")


def fixed_at(scenario: Scenario, at: Mapping[str, object], language: Language) -> str:
    """At which values the other factors stand; empty where there are none."""
    if not at:
        return ""
    return language.gettext("Fixed: {settings}.").format(settings=settings_shown(scenario, at, language))


def of_arm(title: str, arm: str, language: Language) -> str:
    """Title of a picture that shows one arm."""
    # NOTE: title of a picture: the experiment, and which arm is shown
    return language.gettext("{experiment}: {arm}").format(experiment=title, arm=arm)


def point_shown(experiment: Experiment, point: int, language: Language) -> str:
    """Where in the design a picture of one point stands; empty where the design has one point only."""
    if len(experiment.points) == 1:
        return ""
    # NOTE: a point of the design of an experiment, by its number, and the values of the factors there
    message = language.gettext("Point {number} ({settings}).")
    settings = settings_shown(experiment.scenario, experiment.points[point], language)
    return message.format(number=point, settings=settings)


def joined(*sentences: str) -> str:
    """Sentences one after another, without the empty ones."""
    return " ".join(sentence for sentence in sentences if sentence)

"""How demands fall with time: the engine's sides beside the formulas of the time-dependent tactics."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from negotiation_sim.validation.check import Check, Row, count, same

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

BETAS = (0.2, 0.5, 1.0, 2.0, 5.0)
STARTS = (0.05, 0.2)
ROUNDS = 20
RESERVATION = 0.9
"""Of both sides: more than both can have at once, so that talks last to the deadline."""


class Tactic(NamedTuple):
    """A rule of the scenario file, Faratin's beta, and the share given up at the start."""

    rule: str
    beta: float
    start: float


class TacticsEvidence(NamedTuple):
    """Shares given up by round and side, as played."""

    played: dict[Tactic, list[list[float]]]


TACTICS = tuple(
    Tactic(rule, beta, start)
    for rule in ("faratin_polynomial", "faratin_exponential")
    for start in STARTS
    for beta in BETAS
)


def given_up(tactic: Tactic, time: float) -> float:
    """The share of the way to the reservation value that is given up at a time in [0, 1]."""
    if tactic.rule == "faratin_polynomial":
        return float(tactic.start + (1.0 - tactic.start) * time ** (1.0 / tactic.beta))
    return math.exp((1.0 - time) ** tactic.beta * math.log(tactic.start))


def measure() -> TacticsEvidence:
    """Let two sides that cannot agree talk to the deadline, once for each tactic."""
    return TacticsEvidence({tactic: _played(tactic) for tactic in TACTICS})


def _played(tactic: Tactic) -> list[list[float]]:
    from negotiation_sim.engine.mesa_model import BargainingModel
    from negotiation_sim.scenario import load_scenario
    from negotiation_sim.scenario.arrays import setting_of
    from negotiation_sim.scenario.loading import scenario_with

    settings = {
        "deadline": ROUNDS,
        "parties.*.rules.concession": tactic.rule,
        "parties.*.concession.firmness": 1.0 / tactic.beta,
        "parties.*.concession.start": tactic.start,
        "parties.*.reservation_value": RESERVATION,
        "parties.*.patience": 0,
    }
    model = BargainingModel(setting_of(scenario_with(load_scenario("two_party_textbook"), settings)), seed=1, run=0)
    demanded = []
    while model.running:
        model.step()
        demanded.append([side.aspiration for side in model.negotiators])
    return [[(1.0 - demand) / (1.0 - RESERVATION) for demand in sides] for sides in demanded]


def time_after(round_no: int) -> float:
    """The clock of the demand that a side has after a round: that of its next offer, at most 1."""
    return min(1.0, (round_no + 2) / ROUNDS)


def rows(evidence: TacticsEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _, number = language.gettext, language.numbers.as_given
    names = {"faratin_polynomial": _("polynomial"), "faratin_exponential": _("exponential")}
    text = _("{tactic}, start {start}: largest distance from the formula, beta {low} to {high}")
    found = []
    for rule, name in names.items():
        for start in STARTS:
            distances = [
                abs(share - given_up(tactic, time_after(round_no)))
                for tactic, by_round in evidence.played.items()
                if (tactic.rule, tactic.start) == (rule, start)
                for round_no, shares in enumerate(by_round)
                for share in shares
            ]
            shown = {"tactic": name, "start": number(start), "low": number(BETAS[0]), "high": number(BETAS[-1])}
            found.append(same(text.format(**shown), 0.0, max(distances)))
    played = sum(len(by_round) for by_round in evidence.played.values())
    return [*found, count(_("rounds played, all tactics together"), ROUNDS * len(TACTICS), played)]


def draw(evidence: TacticsEvidence, language: Language) -> Figure:
    """Both families of curves, with what was played on them."""
    from negotiation_sim.figures.style import LABEL, LOOKS, SMALL, new_picture, tidy

    _ = language.gettext
    caption = _(
        "Lines: the formulas, start {start}. Marks: the first side of talks in the engine, round by round. beta below "
        "1 holds out and gives way late (Boulware), above 1 gives way early (Conceder)."
    ).format(start=language.numbers.as_given(STARTS[0]))
    figure = new_picture(_("How demands fall with time"), caption, width=12.0)
    titles = {"faratin_polynomial": _("polynomial"), "faratin_exponential": _("exponential")}
    for axes, (rule, title) in zip(figure.subplots(1, 2, sharey=True), titles.items(), strict=True):
        for look, beta in zip(LOOKS[::2], BETAS, strict=False):
            tactic = Tactic(rule, beta, STARTS[0])
            times = [step / 200 for step in range(201)]
            axes.plot(times, [given_up(tactic, time) for time in times], color=look["color"], linewidth=1.5)
            shares = [sides[0] for sides in evidence.played[tactic]]
            label = _("beta {beta}").format(beta=language.numbers.as_given(beta))
            places = [time_after(round_no) for round_no in range(len(shares))]
            axes.plot(places, shares, look["marker"], color=look["color"], label=label)
        axes.set_title(title, fontsize=LABEL)
        axes.set_xlabel(_("share of the time that is over"), fontsize=LABEL)
        axes.legend(frameon=False, fontsize=SMALL)
        tidy(axes)
    figure.axes[0].set_ylabel(_("share of the way to the reservation value given up"), fontsize=LABEL)
    return figure


CHECK = Check(
    name="time_tactics",
    title=_("Tactics that depend on time"),
    claim=_(
        "Sides that concede by Faratin's polynomial or exponential tactic must demand in every round just what the "
        "formula says: with k the start, t the share of the time that is over, the share given up is k + (1 - k) "
        "t^(1/beta), or exp((1 - t)^beta ln k)."
    ),
    source=_(
        "Faratin, Sierra and Jennings 1998, Robotics and Autonomous Systems 24. The polynomial form is that of "
        "other public programs; the exponential one is as it is commonly given and was not compared with the article "
        "itself. The tactics that answer the other side are ours in part and are not checked here."
    ),
    exercised=_(
        "Whole talks in the engine (the Mesa agents): scenario file, settings, clock, the rules `faratin_polynomial` "
        "and `faratin_exponential`. Both sides want more than there is, so talks last to the deadline."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
)

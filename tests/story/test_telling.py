"""The sentences: each is whole, from the catalogue, and says what the move says."""

from __future__ import annotations

import gettext
import re
from dataclasses import replace

import pytest

from negotiation_sim.scenario import load_scenario
from negotiation_sim.story import telling, watch
from negotiation_sim.story.moves import Answered, Change, Left, Misheard, Move, Offered, Talked, TrustMoved
from negotiation_sim.story.telling import Narrator

CASE = load_scenario("two_party_textbook")
NARRATOR = Narrator(CASE)
NO = Answered(
    round=3,
    party="union",
    speaker="employer",
    answer="below_line",
    misheard=(),
    heard_worth=0.5,
    worth=0.5,
    felt=0.45,
    demand=0.7,
    written=0.6,
    would_accept_written=False,
)
WRONG = (Misheard("wage_rise", 3, 1, 0.2), Misheard("free_shifts", 0, 4, 0.1))


def text(move: Move) -> str:
    return NARRATOR.with_text(move).text


def test_offers_have_units_and_only_what_is_new() -> None:
    first = Offered(
        round=1,
        speaker="union",
        package={"wage_rise": 4, "safety_training": 4},
        changes=None,
        worth=1.0,
    )
    assert text(first) == "Round 1, first offer by Union. Wage rise: 8%; Safety training: 40 hours a year."
    later = replace(first, round=3, changes=(Change("safety_training", 4, 3, 0.1),))
    assert text(later) == "Round 3, offer by Union. Safety training: 40 → 30 hours a year."
    assert text(replace(later, more_changes=1)).endswith("30 hours a year; 1 more change.")
    assert text(replace(later, more_changes=2)).endswith("30 hours a year; 2 more changes.")
    assert text(replace(later, changes=())) == "Round 3, offer by Union. The same as before."


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (NO, "Union refused: worth 0.50 as understood, demand 0.70."),
        (
            replace(NO, misheard=WRONG),
            "Union refused: worth 0.50 as understood, demand 0.70. Heard: Wage rise, 2 instead of 6; "
            "Shifts the employer may plan freely, 100 instead of 0.",
        ),
        (
            replace(NO, misheard=WRONG[:1], more_misheard=1, written=0.8, would_accept_written=True),
            "Union misheard and refused: worth 0.80 as said (demand 0.70), but 0.50 as understood. Heard: "
            "Wage rise, 2 instead of 6; 1 more issue wrong.",
        ),
        (
            replace(NO, heard_worth=0.75, written=0.8, would_accept_written=True),
            "Union refused out of caution: what was heard sounded worth 0.75 (demand 0.70), "
            "but talk had been unclear, so it was counted as 0.50.",
        ),
        (
            replace(NO, answer="devalued", worth=0.701, felt=0.65),
            "Union refused out of distrust: worth 0.701 as understood (demand 0.700), "
            "but counted as 0.650 because Employer offered it.",
        ),
        (replace(NO, answer="yes", worth=0.8), "Union said yes: worth 0.80 as understood, demand 0.70."),
        (
            replace(NO, answer="withdrew", worth=0.8, written=0.4),
            "Union said yes to what seemed worth 0.80 (demand 0.70), then read the text, worth 0.40, and withdrew.",
        ),
    ],
)
def test_answers_give_their_reason(answer: Answered, sentence: str) -> None:
    assert text(answer) == sentence


def test_every_cause_of_mistrust_has_words_of_its_own() -> None:
    lost = TrustMoved(round=1, party="union", other="mediator", before=0.5, after=0.3, cause="")
    causes = ("offers", "text", "found_out", "bias", "pressure")
    words = {text(replace(lost, cause=cause)) for cause in causes}
    assert len(words) == len(causes)
    assert all("the mediator" in sentence and "0.50 → 0.30" in sentence for sentence in words)


def test_talk_is_one_line_for_each_way_of_talking() -> None:
    talk = Talked(round=1, party="union", told=("employer",), held_back=(), kept_from=("employer",))
    assert text(talk).splitlines() == [
        "Union spoke about interests with Employer.",
        "Union stated only positions to Employer.",
    ]


def test_one_round_and_several_rounds_without_hope() -> None:
    left = Left(round=9, party="union", believed=0.6, prospect=0.5, hopeless_rounds=1)
    assert "after 1 round without hope" in text(left)
    assert "after 3 rounds without hope" in text(replace(left, hopeless_rounds=3))
    assert text(replace(left, prospect=None)) == "Union walked away: nobody was left to make an offer."


class _Bracketed(gettext.NullTranslations):
    """A language whose sentences are the English ones in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


NATIONAL = ("offered", "answered", "lost_deal", "mediated", "talked", "line_moved", "ended")
DISPUTE = (
    *("home", "voted", "stage", "evaded", "stage_ended", "stoppage_day", "paid", "awarded"),
    *("held_back", "next_talks", "ended"),
)
DISPUTED = {
    "parties.*.reluctance": 0.3,
    "parties.*.gap": 0.1,
    "parties.*.strategy": "position_based",
    "mediator.style": "full",
    "side_payments": {"from": "employer", "budget": 0.3, "price": 1.0},
    "partial_agreement": True,
    "term": {"agreements": 3, "shock": 0.4},
    "ladder.stages.mandatory_mediation.award": "final_offer",
    "ladder.stages.mandatory_mediation.enforcement": 0.0,
    "ladder.stages.direct_talks.authority.employer": 0.5,
}


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize(
    ("case", "settings", "kinds"),
    [
        (
            "kazakhstan_general_agreement",
            {"parties.*.strategy": "interest_based", "mediator.style": "full", "communication.quality": 0.4},
            NATIONAL,
        ),
        ("croatia_mandatory_mediation", DISPUTED, DISPUTE),
        ("croatia_mandatory_mediation", {"ladder.stages.strike.banned": True}, ("stage_passed", "ended")),
        ("empty_zone", {"parties.*.strategy": "interest_based"}, ("found", "ended")),
    ],
)
def test_nothing_is_said_outside_the_catalogue(
    monkeypatch: pytest.MonkeyPatch, full: bool, case: str, settings: dict[str, object], kinds: tuple[str, ...]
) -> None:
    monkeypatch.setattr(telling, "translator", lambda lang: _Bracketed())
    scenario = load_scenario(case).with_settings(settings)
    told = [move for run in range(6) for move in watch(scenario, run, lang="kk", full=full)]
    assert set(kinds) <= {move.kind for move in told}
    for move in told:
        left = move.text
        while "⟦" in left:
            left, replaced = re.subn(r"⟦[^⟦⟧]*⟧", "", left)
            assert replaced, move.text
        assert not left.strip(), move.text
        assert not re.search(r"\d\.\d", move.text), move.text


def test_a_lower_case_name_begins_a_sentence_with_a_capital() -> None:
    plain = load_scenario("two_party_textbook", ["parties.union.label=union"])
    assert Narrator(plain).with_text(NO).text.startswith("Union refused")

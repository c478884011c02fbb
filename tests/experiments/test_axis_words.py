"""What an axis is called."""

from __future__ import annotations

from negotiation_sim.experiments.axis_words import axis_label, axis_name
from negotiation_sim.messages.language import ENGLISH, Language


def test_known_paths_have_words_and_others_stay() -> None:
    assert axis_name("deadline", ENGLISH) == "deadline"
    assert axis_label("deadline", Language("ru")) == "Срок (раундов)"
    assert axis_name("communication.quality", Language("kk")) == "байланыс сапасы"
    assert axis_label("parties.unions.patience", ENGLISH) == "Patience"
    assert axis_name("mediator.style", ENGLISH) == "style of the mediator"
    assert axis_name("parties.*.disclosure_items", Language("ru")) == "parties.*.disclosure_items"
    assert axis_label("parties.*.disclosure_items", Language("ru")) == "parties.*.disclosure_items"

"""What an axis is called."""

from __future__ import annotations

from negotiation_sim.experiments.axis_words import axis_label, axis_name
from negotiation_sim.messages.language import ENGLISH, Language


def test_known_paths_have_words_and_others_stay() -> None:
    assert axis_name("deadline", ENGLISH) == "deadline"
    assert axis_label("deadline", Language("ru")) == "Срок (раундов)"
    assert axis_name("communication.quality", Language("kk")) == "байланыс сапасы"
    assert axis_name("parties.*.patience", Language("ru")) == "parties.*.patience"
    assert axis_label("parties.*.patience", Language("ru")) == "parties.*.patience"

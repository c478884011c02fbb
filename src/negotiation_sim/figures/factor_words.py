"""What factors and their values are called in pictures: in words where there are some, and of which party."""

from __future__ import annotations

from collections.abc import Mapping

from negotiation_sim.experiments.axis_words import axis_label, axis_name
from negotiation_sim.messages.language import Language
from negotiation_sim.scenario.model import Scenario

_ = str  # marks words for the message catalogues; they are translated where they are shown
_VALUES = {
    # NOTE: ways of bargaining, as the value of a factor: "way of bargaining: positions"
    "position_based": _("positions"),
    "interest_based": _("interests"),
}


def factor_name(scenario: Scenario, path: str, language: Language) -> str:
    """The name of a factor within a sentence or a small picture."""
    return _of_party(scenario, path, axis_name(path, language), language)


def factor_label(scenario: Scenario, path: str, language: Language) -> str:
    """The name of a factor with what it measures, as it stands along an axis."""
    return _of_party(scenario, path, axis_label(path, language), language)


def value_shown(value: object, language: Language) -> str:
    """A value in words where it has some, else as in a file, numbers with the decimal sign of the language."""
    if isinstance(value, str) and value in _VALUES:
        return language.gettext(_VALUES[value])
    return language.numbers.as_given(value)


def settings_shown(scenario: Scenario, at: Mapping[str, object], language: Language) -> str:
    """Factors with their values, such as "deadline: 30, gap: 0.1"."""
    # NOTE: a factor and its value, in a list of such
    one = language.gettext("{factor}: {value}")
    return language.gettext(", ").join(
        one.format(factor=factor_name(scenario, path, language), value=value_shown(value, language))
        for path, value in at.items()
    )


def _of_party(scenario: Scenario, path: str, words: str, language: Language) -> str:
    """The words with the name of the party where the path is that of one party and the words do not say so."""
    first, _, rest = path.partition(".")
    role = rest.partition(".")[0]
    if first != "parties" or role not in scenario.parties or words == path:
        return words
    # NOTE: a factor that is a setting of one party, and the name of the party
    return language.gettext("{factor} ({party})").format(factor=words, party=scenario.party_label(role, language.code))

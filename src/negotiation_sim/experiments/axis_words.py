"""What the axis of a comparison is called in words; a path without words of its own stays a path."""

from __future__ import annotations

from negotiation_sim.messages.language import Language

_ = str  # marks words for the message catalogues; they are translated where they are shown
_NAMES = {
    "communication.quality": _("communication quality"),
    "mediator.skill": _("skill of the mediator"),
    "deadline": _("deadline"),
    "term.agreements": _("agreement of the series"),
    "term.shock": _("size of shocks after signing"),
    "gap": _("gap between members and leaders"),
}
_LABELS = {
    "communication.quality": _("Communication quality (share of what is said that arrives as said)"),
    "mediator.skill": _("Skill of the mediator"),
    "deadline": _("Deadline (rounds)"),
    "term.agreements": _("Agreement of the series (number)"),
    "term.shock": _("Size of shocks after signing (utility)"),
    "gap": _("Gap: how much more members expect than their leaders (utility)"),
}


def axis_name(path: str, language: Language) -> str:
    """The name of what is varied, as it stands within a sentence."""
    return language.gettext(_NAMES[_field(path)]) if _field(path) in _NAMES else path


def axis_label(path: str, language: Language) -> str:
    """The name of what is varied with what it measures, as it stands under a picture."""
    return language.gettext(_LABELS[_field(path)]) if _field(path) in _LABELS else path


def _field(path: str) -> str:
    """A field of one party or of all goes by its own name."""
    return path.rpartition(".")[2] if path.startswith("parties.") else path

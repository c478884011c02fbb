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
    "strategy": _("way of bargaining"),
    "style": _("style of the mediator"),
    "bias": _("bias of the mediator"),
    "pressure": _("pressure by the mediator"),
    "pressure_cost": _("cost of the mediator's pressure"),
    "claim_noise": _("noise in talk of interests"),
    "quota": _("quota"),
    "listening": _("listening"),
    "disclosure_threshold": _("trust needed to disclose"),
    "disclosure_threshold_mediator": _("trust needed to disclose to the mediator"),
    "fixed_pie": _("fixed-pie bias"),
    "optimism": _("optimism about the alternative"),
    "reservation_value": _("reservation value"),
    "reservation_spread": _("spread of reservation values"),
    "importance_spread": _("spread of importances"),
    "importance_floor": _("floor of importances"),
    "curvature": _("curvature of interests"),
    "trust": _("trust at the start"),
    "trust_in_mediator": _("trust in the mediator"),
    "trust_gain": _("gain of trust"),
    "trust_loss": _("loss of trust"),
    "trust_scale": _("scale of trust"),
    "devaluation": _("reactive devaluation"),
    "reciprocity": _("reciprocity of disclosure"),
    "exaggeration": _("exaggeration"),
    "vigilance": _("vigilance"),
    "shading": _("shading towards the mediator"),
    "learning_from_offers": _("learning from offers"),
    "patience": _("patience"),
    "firmness": _("firmness"),
    "start": _("share given up at once"),
    "reluctance": _("reluctance to come"),
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
    if _field(path) in _LABELS:
        return language.gettext(_LABELS[_field(path)])
    name = axis_name(path, language)
    return name if name == path else name[:1].upper() + name[1:]


def _field(path: str) -> str:
    """A field goes by its own name, whichever party's it is, where the whole path has no name."""
    return path if path in _NAMES else path.rpartition(".")[2]

"""The scenario: everything that defines a negotiation, read from one file."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, PrivateAttr, Tag
from pydantic_core import PydanticCustomError

from negotiation_sim.messages import translator
from negotiation_sim.scenario.comparison import Axis, Compare
from negotiation_sim.scenario.fields import WholeNumber, described, number, word
from negotiation_sim.scenario.invention import Invention
from negotiation_sim.scenario.issue import Issue
from negotiation_sim.scenario.ladder import Ladder
from negotiation_sim.scenario.party import Party, PartySettings
from negotiation_sim.scenario.side_payments import SidePayments
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.talking import Communication, Mediator
from negotiation_sim.scenario.term import Term
from negotiation_sim.scenario.text import Identifier, Text, Translations, WrittenText, text_in
from negotiation_sim.scenario.yaml_nodes import MappingNode

LONGEST_NAME = 200


def _short(name: str | Translations) -> str | Translations:
    written = [name] if isinstance(name, str) else [text for text in (name.en, name.ru, name.kk) if text]
    if any(len(text) > LONGEST_NAME for text in written):
        raise PydanticCustomError("name_too_long", "too long")
    return name


def _quota_form(value: object) -> str:
    return "share of votes" if isinstance(value, int | float) else "named quota"


Name = Annotated[Text, AfterValidator(_short)]
Quota = Annotated[
    Annotated[Literal["unanimity", "two_thirds"], Tag("named quota")]
    | Annotated[float, Field(ge=0.5, le=1), Tag("share of votes")],
    Discriminator(_quota_form),
]


class Scenario(StrictModel):
    """A negotiation: what it is about, who bargains how, under which rules, and what is compared."""

    name: Name = Field(
        **described(
            "What the scenario is called",
            f"a text of 1 to {LONGEST_NAME} characters",
            "none, must be written",
        )
    )
    description: Text = Field(**described("What the scenario is about", "a text", "none, must be written"))
    sources: dict[Identifier, WrittenText] = Field(
        {}, **described("Where figures are from: {name: source}", "texts under names", "no entries")
    )
    interests: dict[Identifier, Text] = Field(
        min_length=1,
        max_length=60,
        **described("What the sides may care about: {name: text}", "1 to 60 interests", "none, must be written"),
    )
    issues: dict[Identifier, Issue] = Field(
        min_length=1,
        max_length=20,
        **described("What is bargained over", "1 to 20 issues", "none, must be written"),
    )
    parties: dict[Identifier, Party] = Field(
        min_length=2,
        max_length=8,
        **described("The sides, in the order in which they speak", "2 to 8 parties", "none, must be written"),
    )
    defaults: PartySettings = Field(
        PartySettings(), description="Settings of every party; a party's own entry wins, field by field."
    )
    communication: Communication = Field(Communication(), description="How well what is said arrives.")
    mediator: Mediator = Field(Mediator(), description="The mediator. Default: absent.")
    protocol: Literal["alternating_offers", "stacked_alternating_offers", "single_text", "shuttle"] = word(
        "alternating_offers",
        "alternating_offers, stacked_alternating_offers, single_text or shuttle (the last two need a mediator)",
        "Who proposes when",
    )
    deadline: WholeNumber = number(30, 2, 500, "rounds", "Rounds after which the talks end without a deal")
    quota: Quota = word(
        "unanimity",
        "unanimity, two_thirds or a number from 0.5 to 1",
        "Which share of the votes makes a deal",
    )
    invention: Invention = Field(Invention(), description="Options nobody has thought of yet. Default: none.")
    ladder: Ladder | None = Field(None, description="Stages of a dispute. Default: null, plain talks to the deadline.")
    partial_agreement: bool = word(
        False,
        "true or false",
        "Whether, without a full deal, issues on which last offers meet are signed with a protocol of disagreements",
    )
    side_payments: SidePayments | None = Field(None, description="A guarantor who can pay. Default: null, nobody.")
    term: Term | None = Field(None, description="The life of an agreement. Default: null, a run ends with the talks.")
    compare: Compare | None = Field(None, description="Arms and an axis to compare. Default: null, one arm as written.")

    _tree: MappingNode = PrivateAttr()
    _folder: Path | None = PrivateAttr(default=None)

    @property
    def folder(self) -> Path | None:
        """The folder that "file.py:function" is looked for in: that of the scenario file."""
        return self._folder

    @property
    def roles(self) -> tuple[str, ...]:
        """The parties in the order of the file."""
        return tuple(self.parties)

    @property
    def arms(self) -> dict[str, dict[str, object]]:
        """The settings of each arm by its name; one arm "as written" where nothing is compared."""
        return (self.compare or Compare()).arms

    @property
    def axis(self) -> Axis | None:
        """What is varied in every arm, or None."""
        return (self.compare or Compare()).resolved_axis

    @property
    def sha256(self) -> str:
        """Hash of the resolved content: the same for the same content, however it is laid out.

        The order of interests, issues, parties, organisations, invented options and stages counts; 1 and 1.0 are
        the same. A setting that later versions added does not count where it is left at its default, so that a
        scenario keeps its hash.
        """
        order = {key: list(getattr(self, key)) for key in ("interests", "issues", "parties")}
        order |= {"options": list(self.invention.options), "stages": list(self.ladder.stages) if self.ladder else []}
        order |= {f"of {role}": list(party.organisations or {}) for role, party in self.parties.items()}
        content = self.canonical()
        for name, neutral in _ADDED_LATER.items():
            if content["defaults"].get(name) == neutral:
                del content["defaults"][name]
        text = json.dumps([with_floats(content), order], sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()

    def title(self, lang: str = "en") -> str:
        """The name of the scenario in a language (en, ru or kk)."""
        return text_in(self.name, lang)

    @property
    def all_issues(self) -> dict[str, Issue]:
        """The issues of the file, then the options to be invented as issues of two options each."""
        return {**self.issues, **{name: option.as_issue() for name, option in self.invention.options.items()}}

    def issue_label(self, issue: str, lang: str = "en") -> str:
        """The name of an issue, or of an invented option, shown to people."""
        label = self.all_issues[issue].label
        return issue.replace("_", " ") if label is None else text_in(label, lang)

    def party_label(self, role: str, lang: str = "en") -> str:
        """The name of a party shown to people."""
        label = self.parties[role].label
        return role.replace("_", " ") if label is None else text_in(label, lang)

    def stage_label(self, stage: str, lang: str = "en") -> str:
        """The name of a stage of the ladder shown to people."""
        label = self.ladder.stages[stage].label if self.ladder else None
        return stage.replace("_", " ") if label is None else text_in(label, lang)

    def organisation_label(self, role: str, organisation: str, lang: str = "en") -> str:
        """The name of an organisation of a side shown to people."""
        label = (self.parties[role].organisations or {})[organisation].label
        return organisation.replace("_", " ") if label is None else text_in(label, lang)

    def party(self, role: str) -> PartySettings:
        """The settings of a party, every field filled: its own, else those of `defaults`."""
        return self.party_settings[role]

    @cached_property
    def party_settings(self) -> dict[str, PartySettings]:
        """The settings of every party, as `party` gives them."""
        defaults = self.defaults.model_dump()
        own = {
            role: party.model_dump(exclude_unset=True, exclude=_OF_ONE_PARTY) for role, party in self.parties.items()
        }
        return {role: PartySettings.model_validate(_laid_over(defaults, written)) for role, written in own.items()}

    def settings_of(self, arm: str) -> Mapping[str, object]:
        """The settings {path: value} of an arm."""
        return self.arms[arm]

    def with_settings(self, settings: Mapping[str, object] | Sequence[str]) -> "Scenario":
        """The same scenario with some values replaced, as {path: value} or "path=value".

        `*` in a path stands for every party, issue or interest.
        A setting wins over what the file says; the arms of `compare` stay as they are and are not looked at.
        An axis over the same path shrinks to the value. Raises ScenarioError.
        """
        from negotiation_sim.scenario.loading import scenario_with

        return scenario_with(self, settings)

    def canonical(self) -> dict[str, Any]:
        """The resolved content, ready for JSON or YAML; loaded again it gives the same `sha256`.

        Every default is filled in; parties keep only what they write themselves, so that a setting of
        `defaults` still reaches them. Keep the order of the keys when writing it.
        """
        timeless = {"deadline"} if self.ladder else set()  # the stages set the time
        content = self.model_dump(mode="json", by_alias=True, exclude={"parties", "compare", *timeless})
        parties = {role: party.model_dump(mode="json", exclude_unset=True) for role, party in self.parties.items()}
        axis = {self.axis.path: list(self.axis.values)} if self.axis else None
        labels = (
            self.compare.model_dump(mode="json", include={"labels"}) if self.compare and self.compare.labels else {}
        )
        return {**content, "parties": parties, "compare": {"axis": axis, "arms": self.arms, **labels}}

    def arm_label(self, arm: str, lang: str = "en") -> str:
        """The name of an arm shown to people."""
        if self.compare is None:
            return translator(lang).gettext(arm)
        return text_in(self.compare.labels.get(arm, arm), lang)


_ADDED_LATER = {"discount": 1.0}
"""Settings of a side that older versions did not know, with the value that changes nothing."""

_OF_ONE_PARTY = {"label", "importance", "values", "deal_breakers", "worthless", "organisations", "organisation_links"}


def _laid_over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    both = {key: _laid_over(base[key], own[key]) for key in own if isinstance(own[key], dict)}
    return {**base, **own, **both}


def with_floats(value: Any) -> Any:
    """The value with every 1 as 1.0, which means the same in a scenario."""
    if isinstance(value, dict):
        return {key: with_floats(below) for key, below in value.items()}
    if isinstance(value, list):
        return [with_floats(item) for item in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value

"""The sides of a negotiation: what they care about and how they bargain."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, create_model

from negotiation_sim.scenario.built_in import ACCEPTANCES, CONCESSIONS, STRATEGIES, BuiltInOrPlugIn
from negotiation_sim.scenario.delegation import MOST_MEMBERS, MOST_ORGANISATIONS, Organisation
from negotiation_sim.scenario.fields import WholeNumber, described, number, word
from negotiation_sim.scenario.issue import MOST_OPTIONS
from negotiation_sim.scenario.nearest_name import listed
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Identifier, Text

LARGEST_VALUE = 1_000_000_000
MOST_CONDITIONS = 500
_OWN = ', or your own as "file.py:function"'
StrategyName = Annotated[str, BuiltInOrPlugIn(STRATEGIES)]
ConcessionName = Annotated[str, BuiltInOrPlugIn(CONCESSIONS)]
When = Annotated[dict[str, Annotated[list[WholeNumber], Field(min_length=1)]], Field(min_length=1)]
Value = Annotated[float, Field(ge=-LARGEST_VALUE, le=LARGEST_VALUE)]
AcceptanceName = Annotated[str, BuiltInOrPlugIn(ACCEPTANCES)]


class Worthless(StrictModel):
    """An issue that counts nothing for a side in some packages."""

    issue: str = Field(**described("The issue", "the name of an issue", "none, must be written"))
    when: When = Field(
        **described(
            "In which packages: {issue: [options, counted from 1]}, where all issues must meet",
            "lists of option numbers under names of issues",
            "none, must be written",
        )
    )


class Rules(StrictModel):
    """Single rules that replace those of the strategy; null keeps the strategy's own."""

    concession: ConcessionName | None = word(None, listed(CONCESSIONS) + _OWN, "How the demand falls with time")
    packages: StrategyName | None = word(None, listed(STRATEGIES) + _OWN, "Which package is offered next")
    talk: StrategyName | None = word(None, listed(STRATEGIES) + _OWN, "What is said about interests, and to whom")
    acceptance: AcceptanceName | None = word(None, listed(ACCEPTANCES) + _OWN, "When an offer is accepted")


class Concession(StrictModel):
    """How fast a side gives way."""

    firmness: float = number(
        1.0, 0.05, 20, "pure number", "Above 1 gives way late (Boulware), 1 evenly, below 1 early (Conceder)"
    )
    start: float = number(0.0, 0, 0.5, "share", "Share of the demand given up at once (Faratin's kappa)")
    window: WholeNumber = number(2, 1, 4, "offers", "Offers looked back by averaged tit-for-tat")
    noise: float = number(
        0.05, 0, 0.3, "utility", "Standard deviation of the random step of random-absolute tit-for-tat"
    )


class PartySettings(StrictModel):
    """How a side bargains; every field has a value."""

    strategy: StrategyName = word("position_based", listed(STRATEGIES) + _OWN, "The strategy of the side")
    rules: Rules = Field(Rules(), description="Single rules that replace those of the strategy. Default: none.")
    concession: Concession = Field(Concession(), description="How fast the side gives way.")
    importance_spread: float = number(
        1.0,
        0,
        5,
        "pure number",
        "How much the importance differs between negotiations; 0: exactly as written",
    )
    importance_floor: float = number(0.15, 0, 1, "share", "Share of importance spread evenly over all interests")
    reservation_value: float = number(0.5, 0, 1, "utility", "Utility of the best alternative to a deal")
    reservation_spread: float = number(
        0.1, 0, 0.5, "utility", "Half-width of the uniform spread of the reservation value over negotiations"
    )
    discount: float = number(
        1.0, 0.01, 1, "share", "What remains of the worth of an ending when all time is used; worth x discount^time"
    )
    optimism: float = number(0.1, 0, 0.5, "utility", "Mean by which the side overrates its alternative to a deal")
    trust: float = number(0.45, 0, 1, "share", "Trust in every other side at the start")
    trust_in_mediator: float = number(0.65, 0, 1, "share", "Trust in the mediator at the start")
    trust_gain: float = number(0.1, 0, 1, "share", "How fast trust grows when another side's words turn better")
    trust_loss: float = number(0.25, 0, 1, "share", "How fast trust falls when another side's words turn worse")
    trust_scale: float = number(0.1, 0.01, 1, "utility", "Change in what one hears that moves trust fully")
    listening: float = number(0.9, 0, 1, "share", "Share of what comes through the channel that the side takes in")
    devaluation: float = number(0.1, 0, 0.5, "utility", "Reactive devaluation of what a distrusted side offers")
    fixed_pie: float = number(0.7, 0, 1, "share", "Belief that what one side gains the other must lose")
    disclosure_threshold: float = number(
        0.3, 0, 1, "share", "Trust needed before interests are disclosed to another side"
    )
    disclosure_threshold_mediator: float = number(
        0.3, 0, 1, "share", "Trust needed before interests are disclosed to the mediator"
    )
    disclosure_items: WholeNumber = number(2, 0, 10, "interests", "Interests spoken of in a turn")
    reciprocity: float = number(
        0.05, 0, 0.5, "share", "By how much an earlier disclosure of the other lowers the threshold"
    )
    exaggeration: float = number(0.0, 0, 1, "share", "How far claims are bent towards what the listener cares about")
    vigilance: float = number(
        0.0, 0, 1, "share", "Trust lost in a side whose exaggeration is found out; 0: nobody checks"
    )
    shading: float = number(
        0.0, 0, 0.5, "utility", "By how much the reservation value told to a mediator is overstated"
    )
    learning_from_offers: float = number(0.0, 0, 1, "share", "How much is learnt about interests from the offers heard")
    patience: WholeNumber = number(3, 0, 500, "rounds", "Rounds without hope before walking away; 0: never")
    members: WholeNumber = number(
        0, 0, MOST_MEMBERS, "members", "Members who vote on what their leaders signed; 0: the signature is final"
    )
    majority: float = number(0.5, 0.3, 0.95, "share", "Share of the members' votes that a deal must exceed")
    gap: float = number(0.0, -0.3, 0.3, "utility", "How much more members expect at the start than their leaders")
    explanation: float = number(0.6, 0, 1, "share", "How well leaders explain at home what can be had and why")
    member_spread: float = number(0.4, 0, 1, "pure number", "How much members differ in what they care about")
    cohesion: float = number(0.7, 0, 1, "share", "How far the organisations of the side want the same")
    authority: float = number(1.0, 0, 1, "share", "How far its negotiators may give way without asking")
    reluctance: float = number(0.0, 0, 1, "share", "Mean reluctance to come to the table")
    legal_awareness: float = number(
        1.0, 0, 1, "share", "How well it knows the law: its duty to come, and how to call a lawful stoppage"
    )
    stoppage_cost: float = number(0.01, 0, 0.2, "utility", "What a day of full stoppage costs the side")
    stoppage_loss: float = number(
        0.01, 0, 0.2, "utility", "By how much a day of full stoppage worsens its alternative to a deal"
    )
    strike_fund: WholeNumber = number(60, 1, 1000, "days", "Days of full stoppage that the side can bear")


def _all_optional(model: type[StrictModel], name: str, **parts: type[StrictModel]) -> Any:
    """The model with the same fields, where a field that is not written is None; `parts` are such models."""
    fields: dict[str, Any] = {}
    for field_name, info in model.model_fields.items():
        kind = parts.get(field_name, info.annotation)
        own = Field(None, description=info.description, json_schema_extra=info.json_schema_extra)
        fields[field_name] = (Annotated[(kind, *info.metadata)] if info.metadata else kind, own)
    return create_model(name, __base__=StrictModel, __doc__=model.__doc__, __module__=__name__, **fields)


if TYPE_CHECKING:

    class OwnSettings(PartySettings):
        """Fields of PartySettings that one party writes for itself; a field it does not write is None."""
else:
    OwnRules = _all_optional(Rules, "OwnRules")
    OwnConcession = _all_optional(Concession, "OwnConcession")
    OwnSettings = _all_optional(PartySettings, "OwnSettings", rules=OwnRules, concession=OwnConcession)


class Party(OwnSettings):
    """One side: what it cares about, and what it sets differently from `defaults`."""

    label: Text | None = Field(None, description="Name shown to people. Text. Default: the identifier with spaces.")
    importance: dict[str, Annotated[float, Field(ge=0)]] = Field(
        min_length=1,
        **described(
            "How much the side cares about each interest; the program makes the numbers sum to 1, interests "
            "left out count 0",
            "numbers from 0, not all 0, under names of interests",
            "none, must be written",
            "weight",
        ),
    )
    values: dict[str, Annotated[list[Value], Field(max_length=MOST_OPTIONS)]] | None = Field(
        None,
        **described(
            "The side's own value table, known to nobody else: one number an option of every issue, in any unit; the "
            "program rescales the sums so that the best package is worth 1 and the worst 0",
            f"lists of numbers from -{LARGEST_VALUE} to {LARGEST_VALUE} under the names of all issues",
            "none, values follow from importance and effects",
            "any",
        ),
    )
    deal_breakers: list[
        Annotated[dict[str, Annotated[list[WholeNumber], Field(min_length=1)]], Field(min_length=1)]
    ] = Field(
        [],
        max_length=MOST_CONDITIONS,
        **described(
            "Packages that are worth nothing to the side: {issue: [options, counted from 1]}, where all issues of "
            "an entry must meet; only with 'values' and a strategy that chooses among all packages",
            f"up to {MOST_CONDITIONS} entries with whole numbers of options",
            "no entries",
        ),
    )
    worthless: list[Worthless] = Field(
        [],
        max_length=MOST_CONDITIONS,
        **described(
            "Issues that count nothing for the side in some packages: {issue: NAME, when: {issue: [options, counted "
            "from 1]}}; only with 'values' and a strategy that chooses among all packages",
            f"up to {MOST_CONDITIONS} entries with whole numbers of options",
            "no entries",
        ),
    )
    organisations: dict[Identifier, Organisation] | None = Field(
        None,
        min_length=1,
        max_length=MOST_ORGANISATIONS,
        **described(
            "The organisations that the side is made of; the first one speaks for all",
            f"1 to {MOST_ORGANISATIONS} organisations under names",
            "none, the side is one",
        ),
    )
    organisation_links: dict[str, Annotated[float, Field(ge=0, le=1)]] = Field(
        {},
        **described(
            "How well two organisations hear each other, 'a - b'; links not named have 1",
            "0 to 1 as a share",
            "no entries",
            "share",
        ),
    )

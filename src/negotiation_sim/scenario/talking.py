"""How the sides can talk, and the mediator who may help them."""

from typing import Annotated, Literal

from pydantic import Field

from negotiation_sim.scenario.built_in import STYLES, BuiltInOrPlugIn
from negotiation_sim.scenario.fields import WholeNumber, described, number, word
from negotiation_sim.scenario.nearest_name import listed
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Text

StyleName = Annotated[str, BuiltInOrPlugIn(STYLES)]


class Communication(StrictModel):
    """How well what is said arrives, and who can talk to whom."""

    quality: float = number(0.6, 0, 1, "share", "Share of what is said that arrives as said")
    claim_noise: float = number(
        0.1,
        0.01,
        0.5,
        "share",
        "Scatter of importances over sides, the scale of noise in talk about interests",
    )
    links: dict[str, Annotated[float, Field(ge=0, le=1)]] = Field(
        {},
        **described(
            "Factor on the quality between two sides, 'a - b' both ways or 'a -> b' one way; 0: they cannot "
            "talk directly; links not named have factor 1",
            "0 to 1 as a share",
            "no entries",
            "share",
        ),
    )


class Mediator(StrictModel):
    """The mediator: style, skill, fairness, and when the work begins."""

    label: Text | None = Field(
        None, description="Name shown to people, such as go-between. Text. Default: the mediator."
    )
    style: StyleName = word("absent", f'{listed(STYLES)}, or your own as "file.py:function"', "What the mediator does")
    skill: float = number(0.4, 0, 1, "share", "Skill of the mediator; 0 does nothing at all")
    bias: float = number(0.0, 0, 1, "share", "How far the mediator favours one side")
    bias_toward: str | None = word(None, "a party of the file", "The side favoured; needed where bias is above 0")
    enters: WholeNumber = number(1, 1, 500, "rounds", "First round in which the mediator works, at most the deadline")
    pressure: float = number(
        0.03, 0, 0.5, "share", "Share of the gap that one round of reality-testing can close at skill 1"
    )
    pressure_cost: float = number(
        0.05, 0, 1, "share", "Share of trust in the mediator lost for each unit of pressure applied"
    )
    text_every: WholeNumber = number(3, 1, 50, "rounds", "A text of the mediator comes every so many rounds")
    caucus: Literal["all", "one"] = word("all", "'all' or 'one'", "How many parties are met in caucus in a round")

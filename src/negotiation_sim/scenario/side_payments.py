"""A guarantor at the table who tops up what a side lacks."""

from pydantic import Field

from negotiation_sim.scenario.fields import described, number
from negotiation_sim.scenario.strict_model import StrictModel


class SidePayments(StrictModel):
    """Who can add payments to a deal, and how much."""

    from_: str = Field(alias="from", **described("The side that can pay", "a party", "none, must be written"))
    budget: float = number(0.05, 0, 1, "utility", "The most that it adds to a deal, over all sides that receive")
    price: float = number(1.0, 0, 5, "utility per utility", "What a payment costs the payer for each unit received")

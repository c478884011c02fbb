"""What happens after signing: the term of an agreement, its checks, and the next one."""

from negotiation_sim.scenario.fields import WholeNumber, number, word
from negotiation_sim.scenario.strict_model import StrictModel


class Term(StrictModel):
    """The life of an agreement, and its place in a series of agreements between the same sides."""

    months: WholeNumber = number(36, 1, 120, "months", "How long an agreement runs")
    check_every: WholeNumber = number(6, 1, 60, "months", "How often it is looked at whether the sides keep it")
    monitoring: bool = word(
        True, "true or false", "Whether a joint body looks, so that all see what is kept and what not"
    )
    shock: float = number(
        0.1, 0, 0.5, "utility", "Standard deviation of what circumstances do to the worth of keeping it, each check"
    )
    deterrence: float = number(0.1, 0, 0.5, "utility", "What being seen to break it would cost a side")
    noticed: float = number(0.3, 0, 1, "share", "Chance that a breach comes out where nobody monitors")
    agreements: WholeNumber = number(
        1, 1, 20, "agreements", "Which agreement of the series is reported; those before it are played first"
    )
    carry: float = number(1.0, 0, 1, "share", "Share of the change of trust that is left when the next talks begin")

    @property
    def checks(self) -> int:
        """How many checks fall in a term."""
        return self.months // self.check_every

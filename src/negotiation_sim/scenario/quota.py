"""How many yeses make a deal."""

from __future__ import annotations

import math
from fractions import Fraction


def votes_needed(quota: float | str, sides: int) -> int:
    """How many yeses make a deal: the quota's share of the sides, rounded up; nobody makes a deal alone."""
    shares = {"unanimity": Fraction(1), "two_thirds": Fraction(2, 3)}
    share = shares[quota] if isinstance(quota, str) else Fraction(str(quota))
    return max(2, math.ceil(share * sides))

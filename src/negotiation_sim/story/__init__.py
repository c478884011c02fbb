"""One negotiation as a story: what happened (`moves`), what of it is told (`brief`), and how (`telling`)."""

from negotiation_sim.story.moves import Move
from negotiation_sim.story.watching import watch

__all__ = ["Move", "watch"]

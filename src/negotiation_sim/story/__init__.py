"""One negotiation as a story: what happened (`moves`), which of it is told (`brief`), in which words (`telling`)."""

from negotiation_sim.story.moves import Move
from negotiation_sim.story.watching import watch

__all__ = ["Move", "watch"]

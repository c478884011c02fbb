"""Answers for the demonstration page: curves that follow the hand, one negotiation, two side by side, why no deal."""

from negotiation_sim.classroom.demonstration.warming import warm_up

__all__ = ["warm_up"]

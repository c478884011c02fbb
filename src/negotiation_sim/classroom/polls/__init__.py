"""Predict first: the trainer asks, phones guess, and only then the answer is shown."""

from negotiation_sim.classroom.polls.routes import poll_routes

__all__ = ["poll_routes"]

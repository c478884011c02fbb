"""What can go wrong with a sweep that is not a mistake in a file."""

from __future__ import annotations


class SweepError(Exception):
    """A sweep cannot begin or go on; the text says why, and what to do."""


class ResultsError(Exception):
    """A results folder cannot be read, or does not hold what is asked for; the text says why."""

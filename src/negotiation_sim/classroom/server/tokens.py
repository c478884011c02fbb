"""Secrets that a browser holds and the server knows only by their hash."""

from __future__ import annotations

import hashlib
import secrets

from negotiation_sim.classroom.server.places import LETTERS

CODE_LETTERS = 5


def new_token() -> str:
    """A secret nobody can guess."""
    return secrets.token_urlsafe(32)


def new_id() -> str:
    """The name of a session or a table, which nobody can guess either."""
    return secrets.token_urlsafe(12)


def new_code() -> str:
    """What is read from the projector and typed into a phone."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LETTERS))


def new_pin() -> str:
    """Six digits, for the trainer."""
    return f"{secrets.randbelow(10**6):06}"


def hashed(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()

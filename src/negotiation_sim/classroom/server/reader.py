"""The language of a reader: asked for in the address, remembered in a cookie, or told by the browser."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from negotiation_sim.messages import LANGUAGES
from negotiation_sim.messages.language import Language

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

COOKIE = "lang"


def language_of(connection: HTTPConnection, otherwise: str) -> str:
    """`?lang=`, else the cookie, else the first language of the browser that there is, else the server's own."""
    asked = [connection.query_params.get("lang", ""), connection.cookies.get(COOKIE, "")]
    asked += _accepted(connection.headers.get("accept-language", ""))
    return next((lang for lang in asked if lang in LANGUAGES), otherwise)


@cache
def words(lang: str) -> Language:
    """The sentences and numbers of a language, loaded once."""
    return Language(lang)


def _accepted(header: str) -> list[str]:
    """The languages of an Accept-Language header, the most wanted first."""
    wanted = []
    for position, part in enumerate(header[:500].split(",")):
        tag, _, weight = part.strip().partition(";q=")
        try:
            rank = -float(weight or 1)
        except ValueError:
            rank = 0.0
        wanted.append((rank, position, tag.strip().split("-")[0].lower()))
    return [tag for _, _, tag in sorted(wanted)]

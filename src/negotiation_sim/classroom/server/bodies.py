"""The JSON that a request or a socket brings: read without trust, then checked field by field."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from negotiation_sim.classroom.server.refusals import Refusal

if TYPE_CHECKING:
    from starlette.requests import Request

_ = str  # marks sentences for the message catalogues; the browser looks them up
DEEPEST = 12
"""Brackets within brackets that a message may have; ours have four."""


class Body(BaseModel):
    """What a request may hold, and nothing else."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Asked = TypeVar("Asked", bound=Body)


async def body_of(request: Request, kind: type[Asked]) -> Asked:
    """The body of a request, checked. Raises Refusal, naming the first field that is wrong."""
    try:
        return kind.model_validate(parsed(await request.body()))
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_context=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))[:80]
        raise Refusal(422, _("The entry {field} is missing or wrong."), field=field) from None
    except ValueError:
        raise Refusal(400, _("This cannot be read.")) from None


def parsed(text: str | bytes) -> Any:
    """The value of a JSON text. Raises ValueError for what is no JSON, too deep, no text, or holds NaN."""
    try:
        value = json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("too deep") from None
    _measured(value, DEEPEST)
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _measured(value: object, left: int) -> None:
    if isinstance(value, str):
        value.encode()  # half a surrogate pair cannot be kept or sent; UnicodeEncodeError is a ValueError
    below = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ()
    if below and left == 0:
        raise ValueError("too deep")
    for entry in below:
        _measured(entry, left - 1)

"""What the server answers when it does not do what was asked: a sentence of the catalogue, and its parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


class Refusal(Exception):  # noqa: N818 - it is what it says
    """Not done: an HTTP status, an English sentence with places for parameters, and the parameters."""

    def __init__(self, status: int, why: str, **parameters: object) -> None:
        """Keep all three."""
        super().__init__(why)
        self.status = status
        self.why = why
        self.parameters = parameters

    def as_json(self) -> dict[str, object]:
        """The body of the answer."""
        return {"why": self.why, "with": self.parameters}


async def refused(request: Request, refusal: Exception) -> Response:
    """The answer to a request that raised a Refusal."""
    assert isinstance(refusal, Refusal)
    return JSONResponse(refusal.as_json(), status_code=refusal.status)

"""An action that cannot be taken: nothing has changed, and the reason can be shown in any language."""

from __future__ import annotations


class Refused(ValueError):  # noqa: N818 - a refusal is an answer, not a fault
    """Why an action was refused: an English sentence that the message catalogues hold, and what fills it."""

    def __init__(self, why: str, **parameters: object) -> None:
        """Keep the sentence and its parameters apart, so that every page says it in its reader's language."""
        super().__init__(why.format(**parameters) if parameters else why)
        self.why = why
        self.parameters = parameters

"""What all parts of a scenario have in common: unknown keys are refused, nothing is guessed or changed."""

from pydantic import BaseModel, ConfigDict


class StrictModel(BaseModel):
    """Base of all parts of a scenario: strict types, no unknown keys, no nan or infinity, read-only."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)

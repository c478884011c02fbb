"""Names of what ships with the program, and the form "file.py:function" that names a user's own."""

import re
from dataclasses import dataclass
from gettext import gettext
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from negotiation_sim.scenario.nearest_name import listed, suggestion

STRATEGIES = ("position_based", "interest_based", "time_based", "genius_time_based")
CHOOSING = ("time_based", "genius_time_based")
"""Rules that choose among all packages."""
CONCESSIONS = (
    "rational",
    "faratin_polynomial",
    "faratin_exponential",
    "tit_for_tat_relative",
    "tit_for_tat_random_absolute",
    "tit_for_tat_averaged",
    "time_based",
    "genius_time_based",
)
ACCEPTANCES = ("reaches_aspiration", "beats_own_next")
PROTOCOLS_WITH_MEDIATOR = ("single_text", "shuttle")
STYLES = ("absent", "full", "facilitative", "evaluative", "formulative", "transformative")

_REFERENCE = re.compile(r"[^:\s][^:]*\.py:[A-Za-z_][A-Za-z0-9_]*")


def is_plug_in(name: str) -> bool:
    """Whether the name has the form "file.py:function" (it is not looked whether the file is there)."""
    return _REFERENCE.fullmatch(name) is not None


@dataclass(frozen=True)
class BuiltInOrPlugIn:
    """Marks a text field that takes one of `names`, or a user's own function as "file.py:function"."""

    names: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Text, then the check of the name."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """One of the names, or a text of the form "file.py:function"."""
        return {"anyOf": [{"enum": list(self.names)}, {"type": "string", "pattern": rf"^{_REFERENCE.pattern}$"}]}

    def _checked(self, name: str) -> str:
        if name in self.names or is_plug_in(name):
            return name
        near = suggestion(name, self.names) or "; " + gettext("there is no such name")
        # NOTE: stands before the last name of a list
        either = gettext("or")
        choices = gettext('{names}, or "file.py:function"').format(names=listed(self.names, either))
        raise PydanticCustomError("unknown_name", "{explanation}", {"explanation": f"{near} ({choices})"})

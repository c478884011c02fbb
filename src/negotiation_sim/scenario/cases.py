"""The scenarios that ship with the program."""

from gettext import gettext
from pathlib import Path

from negotiation_sim.scenario.nearest_name import suggestion

_FOLDER = Path(__file__).resolve().parents[1] / "configs"


def shipped_cases() -> tuple[str, ...]:
    """The names of the shipped scenarios, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def case_path(name: str) -> Path:
    """The file of a shipped scenario. Raises ValueError, naming the nearest, where there is none."""
    if name not in shipped_cases():
        told = gettext("there is no shipped scenario {name}").format(name=repr(name))
        raise ValueError(f"{told}{suggestion(name, shipped_cases())}")
    return _FOLDER / f"{name}.yaml"

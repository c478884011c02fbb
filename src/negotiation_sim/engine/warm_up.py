"""`python -m negotiation_sim.engine.warm_up`: compile the shipped rules into the cache, beside the kernel's process."""

from __future__ import annotations

from negotiation_sim.engine.compiled_rules import Compiler
from negotiation_sim.engine.procedures import ALL_PROCEDURES, NO_PROCEDURES
from negotiation_sim.engine.selection import Selection
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.strategies.catalogue import presets
from negotiation_sim.strategies.strategy import RULES


def warm_up() -> None:
    """Compile both presets under the first styles and the default protocol, then what lies beyond the table."""
    chosen = tuple(presets().values())
    rules = {kind: tuple(dict.fromkeys(getattr(preset, kind) for preset in chosen)) for kind in RULES}
    for name, procedures in (("absent", NO_PROCEDURES), ("full", ALL_PROCEDURES)):
        speaker = all_protocols()["alternating_offers"].next_speaker
        Compiler().compile(Selection(**rules, style=styles()[name], next_speaker=speaker, procedures=procedures))


if __name__ == "__main__":
    warm_up()

"""`python -m negotiation_sim.engine.warm_up`: compile the shipped rules into the cache, beside the kernel's process."""

from __future__ import annotations

from negotiation_sim.engine.compiled_rules import Compiler
from negotiation_sim.engine.selection import Selection
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.strategies.catalogue import presets
from negotiation_sim.strategies.strategy import RULES


def warm_up() -> None:
    """Compile both presets under the first styles and the default protocol."""
    chosen = tuple(presets().values())
    rules = {kind: tuple(dict.fromkeys(getattr(preset, kind) for preset in chosen)) for kind in RULES}
    for name in ("absent", "full"):
        speaker = all_protocols()["alternating_offers"].next_speaker
        Compiler().compile(Selection(**rules, style=styles()[name], next_speaker=speaker))


if __name__ == "__main__":
    warm_up()

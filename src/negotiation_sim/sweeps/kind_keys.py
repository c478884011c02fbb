"""Which keys of a design go with which kinds of it."""

from negotiation_sim.sweeps.designs import SAMPLED

KINDS_OF_KEYS = {
    "factors": ("grid", *SAMPLED),
    "points": ("table",),
    "samples": SAMPLED,
    "seed": SAMPLED,
}
NEEDED_KEYS = ("factors", "points", "samples")

"""`python -m negotiation_sim`."""

from negotiation_sim.cli import main

main()

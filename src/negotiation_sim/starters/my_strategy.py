"""A strategy and a mediator style of your own: change them, then `negotiation-sim check my_strategy.py`.

A scenario names them as "my_strategy.py:generous" and "my_strategy.py:careful".
"""

from negotiation_sim import Efforts, Mediator, MediatorView, Party, View, mediator_style, strategy


# A strategy says how much a side would like an option in its next offer: any number, higher is better. From
# these scores the program makes the best offer that is still worth the side's present demand.
#   party.values[issue, option]     what the option is worth to me (my best package is worth 1, my worst 0)
#   view.positions[other, issue]    what another side was heard to ask for (an option number)
#   view.clock                      the time used, from 0 to 1
# More of both: help(negotiation_sim.Party) and help(negotiation_sim.View) in Python.
@strategy
def generous(party: Party, view: View, issue: int, option: int) -> float:
    """My own wish, less the distance from what the others ask for, and the later the more."""
    distance = 0.0
    for other in range(len(view.present)):
        if other != party.seat:
            distance += abs(option - view.positions[other, issue]) / view.options[issue]
    return float(party.values[issue, option] - 0.5 * view.clock * distance)


# A mediator style says how much effort, from 0 to 1, goes into each action this round; what is not named is
# 0: open_channel, caucus, relay, reality_test, text, keep_at_table.
@mediator_style
def careful(mediator: Mediator, view: MediatorView) -> Efforts:
    """Listens to everybody first; writes texts of its own once half of the time is used."""
    text = 1.0 if view.clock > 0.5 else 0.0
    return Efforts(open_channel=1.0, caucus=1.0, text=text, keep_at_table=1.0)


# Good to know:
# - Look and return: change nothing, remember nothing, draw no chance of your own. `check` finds it.
# - If your function calls another of yours, write @rule above that one (from negotiation_sim import rule).
# - What numba cannot compile (a dict, an f-string) works too, only slower; `check` says why.

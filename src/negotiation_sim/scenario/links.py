"""Who can talk to whom, and how well: factors on the communication quality between the parties."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from negotiation_sim.scenario.model import Scenario

_LINK = re.compile(r"\s*([^\s>-]+)\s*(->|-)\s*([^\s>-]+)\s*")


def directions(link: str) -> list[tuple[str, str]]:
    """The (speaker, listener) pairs that "a - b" (two) or "a -> b" (one) names; none for another form."""
    found = _LINK.fullmatch(link)
    if not found:
        return []
    one, arrow, other = found.groups()
    return [(one, other)] if arrow == "->" else [(one, other), (other, one)]


def link_factors(scenario: Scenario) -> list[list[float]]:
    """Factor on the communication quality, speakers x listeners in the order of the parties, each in [0, 1].

    A link of factor 0 is replaced by the path with the greatest product of factors; 0 stays where there is no
    path. The diagonal is 1.
    """
    return best_products(scenario.roles, scenario.communication.links)


def best_products(roles: Sequence[str], links: Mapping[str, float]) -> list[list[float]]:
    """`link_factors` for these roles and these links."""
    direct = {(one, other): 1.0 for one in roles for other in roles}
    direct |= {pair: factor for link, factor in links.items() for pair in directions(link)}
    if 0.0 not in direct.values():
        return [[direct[one, other] for other in roles] for one in roles]
    return [[_through(direct, roles, one, other) for other in roles] for one in roles]


def _through(direct: Mapping[tuple[str, str], float], roles: Sequence[str], one: str, other: str) -> float:
    if direct[one, other] > 0.0:
        return direct[one, other]
    import math

    import networkx as nx

    # The shortest path in -log(factor) is the one with the greatest product.
    graph = nx.DiGraph()
    graph.add_nodes_from(roles)
    graph.add_edges_from((*pair, {"length": -math.log(factor)}) for pair, factor in direct.items() if factor > 0.0)
    try:
        path = nx.dijkstra_path(graph, one, other, weight="length")
    except nx.NetworkXNoPath:
        return 0.0
    product = 1.0
    for pair in pairwise(path):
        product *= direct[pair]
    return product

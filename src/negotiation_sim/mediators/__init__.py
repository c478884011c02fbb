"""Mediator styles, one a file: a style says how much effort goes into each of the six actions in a round."""

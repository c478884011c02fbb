"""Ways to bargain, one preset a file; a preset is the composition of four named rules."""

"""Running scenarios: one setting, a comparison of arms, and what is written to disk."""

"""Pictures: what experiments and sweeps found, readable on a projector and in grey print."""

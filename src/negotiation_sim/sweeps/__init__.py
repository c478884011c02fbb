"""Sweeps: experiment files, designs, the resumable runner, and what it leaves."""

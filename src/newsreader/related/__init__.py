"""Which articles belong together, as pure functions."""

"""What a screen asks, derived from the store; may be deleted."""

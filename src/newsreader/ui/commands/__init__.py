"""What a person can do, each a command with its keys."""

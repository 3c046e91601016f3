"""The one door to everything that is kept."""

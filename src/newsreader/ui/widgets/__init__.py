"""Widgets, one a file; none holds a rule."""

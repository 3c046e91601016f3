"""Text in, text out: no clock, no files, no network."""

"""Bytes in, a `ParsedFeed` out."""

"""The whole round: fetch, parse, decide."""

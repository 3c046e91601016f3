"""The truth on disk: TinyDB files, written whole or not at all."""

"""What is passed around: frozen dataclasses, standard library only."""

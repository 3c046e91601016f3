"""The reader without a screen: numbered lines and a prompt, made to be heard rather than seen."""

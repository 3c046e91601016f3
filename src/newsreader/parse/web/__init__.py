"""Web pages: what they say of themselves, and which part of them is their text."""

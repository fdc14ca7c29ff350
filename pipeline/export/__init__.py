"""Other forms of what was read, each a small module."""

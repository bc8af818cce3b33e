"""Dossiers of any size, made up by seed: nothing in them is true, all of it is written as people write such files."""

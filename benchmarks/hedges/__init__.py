"""How well the lists of cues find uncertain sentences: docs/hedges.md."""

"""Measurements of claimaudit against what people labelled. Run from a checkout; not part of the package."""

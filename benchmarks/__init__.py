"""Measurements of claimaudit: against what people labelled, and beside what others cost. Run from a checkout; not part of the package."""

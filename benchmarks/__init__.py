"""Benchmarks that anyone can run from a checkout: how right the counting is, and how well cues read."""

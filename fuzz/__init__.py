"""Fuzzers: inputs that nobody wrote, for as long as one likes."""

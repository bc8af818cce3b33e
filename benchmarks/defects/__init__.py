"""Seeded defects: one defect an input, and exactly the findings that it should have."""

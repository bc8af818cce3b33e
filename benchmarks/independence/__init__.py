"""How right the counting is, on dossiers whose numbers were written by hand before the first run."""

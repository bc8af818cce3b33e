"""What claimaudit costs beside what one would do without it: ratios of whole processes, measured side by side."""

"""The plan: what comes first, what fits, what waits for what, and how it goes."""

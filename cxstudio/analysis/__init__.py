"""Plain numbers: pure functions without state, Qt or database.

What a start-up needs imports no pandas. The modules about a survey's answers (scores, crosstab,
drivers, terms and what they stand on) do, and are imported where they are used.
"""

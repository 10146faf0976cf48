"""Plain numbers: pure functions without state, Qt or database. pandas is imported where used."""

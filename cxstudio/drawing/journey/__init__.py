"""The journey map: laid out once, painted once."""

"""Read-only lists and tables of records."""

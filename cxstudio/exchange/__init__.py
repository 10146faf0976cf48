"""What comes in: transcripts, survey tables and pasted cells, as plain frozen data."""

"""The chain drawn as a graph: read, folded, laid out and painted."""

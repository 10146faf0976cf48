"""A map out of the program: the export dialog, print with preview, and the cells as a table."""

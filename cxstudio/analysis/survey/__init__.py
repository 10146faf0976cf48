"""What a survey says: scores with their doubt, tables, trends, and what moves the score."""

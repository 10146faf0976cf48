"""A folder for each page of the rail, or a file where one is enough; none imports another."""

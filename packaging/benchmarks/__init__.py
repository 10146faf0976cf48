"""The benchmarks of `make bench`, one file for each part of the program."""

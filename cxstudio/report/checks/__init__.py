"""What a board would question in a report, found before it is sent.

A file for each group of rules; a rule is a function from the context to its findings.
"""

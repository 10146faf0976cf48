"""What people wrote: their words, terms and themes, and signs of a person in them."""

"""The library: the engagements in the folders the user works in."""

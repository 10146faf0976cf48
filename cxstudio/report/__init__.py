"""The deliverable: a tree of blocks, built from the engagement, and its writers."""

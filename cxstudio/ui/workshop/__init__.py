"""The workshop: one stage at a time on the projector, captured and voted on live (E5)."""

"""Gaps that the engagement's own records point to and that are not in the register yet (F1)."""

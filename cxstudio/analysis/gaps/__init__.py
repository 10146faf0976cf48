"""Gaps: how severe and how sure they are, why they are there, and which the records propose."""

"""The fishbone of a gap: its geometry, its painting, and a sheet of its own."""

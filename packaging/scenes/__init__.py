"""What the screenshots show."""

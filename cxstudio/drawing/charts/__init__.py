"""Charts: pictures for the report, and painting for the screen."""

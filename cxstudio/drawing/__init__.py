"""Layout and painting of journeys, charts and marks; no widgets."""

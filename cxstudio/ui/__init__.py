"""Everything with widgets."""

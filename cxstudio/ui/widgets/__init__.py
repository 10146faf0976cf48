"""The small parts that all screens are built from; docs/widgets.md lists them."""

"""CX Studio: one local file per engagement, from a customer's words to the report."""

__version__ = "0.1.0"

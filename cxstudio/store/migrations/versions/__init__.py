"""One module a version, in order; none is edited after its release."""

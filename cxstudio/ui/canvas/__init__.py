"""The journey canvas: a scene that is a projection of the model."""

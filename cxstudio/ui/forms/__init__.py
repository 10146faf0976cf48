"""Forms: fields bound to one attribute of one record."""

"""One file an editor; editors never import each other."""

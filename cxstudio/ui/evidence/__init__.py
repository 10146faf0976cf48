"""What the pages about evidence share: feelings, themes, cards, and what is done with them."""

"""The roadmap on the screen, for the pages that show it: drawn, moved, and written."""

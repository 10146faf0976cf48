"""The roadmap: what it shows, where everything stands, and its painting."""

"""The window around the pages: bars, panel, palette, actions, dialogs."""

"""Writing in a firm's own template: its styles, page set-up, headers, cover and colours."""

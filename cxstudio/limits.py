"""How much the program takes from a file, a picture or the clipboard, and why no more.

All of it is far above what a journey needs, and low enough that a file which was built to harm, or
chosen by mistake, costs a second and some hundred megabytes, and then gets its sentence.
"""

# ── Files that hold journeys ──────────────────────────────────────────────────────────────

FILE_BYTES = 20_000_000
"""A map of 20,000 cards of a paragraph each, as a table."""
UNPACKED_BYTES = 100_000_000
"""A workbook's parts together: spreadsheets pack about one to ten, bombs one to a thousand."""
ROWS, COLUMNS = 2_000, 600
"""Of a table: the lanes below with a row for each persona, and some room; steps across."""
BLANK_ROWS = 100_000
"""Rows without a word that are passed over: people format whole sheets."""
STEPS, LANES, CARDS = 500, 500, 20_000
"""On a map: the canvas is measured with 10,000 cards, and a poster of 500 steps is 70 m wide."""
MAPS = 50
"""In one file: each becomes a record with a code of its own."""
TEXT = 100_000
"""Characters on a card: some forty pages. A text of 10,000 is laid out in a blink."""
YAML_CHARACTERS, YAML_PARTS = 2_000_000, 200_000
"""Read in about two seconds; the largest journey seen has 700 parts."""
YAML_DEPTH, YAML_REFERENCES = 40, 100
"""A journey nests four deep and refers to none of its parts; bombs live on both."""

# ── Files that hold surveys ───────────────────────────────────────────────────────────────

SURVEY_BYTES = 1_000_000_000
"""Ten million answers in twenty columns."""
SURVEY_UNPACKED_BYTES = 1_500_000_000
"""Of a workbook of surveys, whose rows end at a million."""
PACKAGE_PARTS = 5_000
"""Files in a workbook."""
HARMLESS_BYTES, UNPACKED_TIMES = 100_000_000, 200
"""What unpacks to less is no bomb, however well it is packed; a workbook of text unpacks to 10 or
20 times its size."""

# ── The clipboard ─────────────────────────────────────────────────────────────────────────

PASTED_CELLS = 5_000
"""Cards in one paste, and so in one undo step."""
PASTED_BYTES = 100_000_000
"""Of cards that were copied with their pictures."""
PACKED_PICTURE = 20_000_000
"""A picture that goes onto the clipboard with its card; kept ones are far smaller."""

# ── Pictures ──────────────────────────────────────────────────────────────────────────────

PICTURE_BYTES = 200_000_000
"""Of a picture's file, which is read whole."""
PICTURE_MEGABYTES = 512
"""Unpacked, as Qt's allocation limit: 134 megapixels in colour. JPEG, which is unpacked at the size
that is wanted, may be larger."""
PICTURE_PIXELS = 400_000_000
"""Even then a scanner's or a stitched panorama's size, and no more."""

"""The report's colours in a firm's own theme."""

import pytest

from cxstudio.drawing.charts.figure import Palette
from cxstudio.drawing.journey.page import page
from cxstudio.report.docx.palette import STANDARD, of_theme
from tests.drawing.demo import demo_map


def test_green_never_says_that_something_hurts() -> None:
    theme = {"dk1": "000000", "accent1": "0078D4", "accent2": "83BB26", "accent3": "107C10"}
    assert of_theme(theme).orange == STANDARD.orange
    assert of_theme(theme | {"accent4": "C0504D"}).orange_mid == "C0504D"


@pytest.mark.parametrize("palette", [Palette(), Palette(petrol="#0078D4", petrol_dark="#004E8A")])
def test_a_map_has_the_colours_of_its_document(palette: Palette) -> None:
    svg = b"".join(picture.svg for picture in page(demo_map(), 253, 167, palette=palette)).lower()
    for colour in (palette.petrol, palette.petrol_dark):
        assert colour.lower().encode() in svg
    assert (b"#0b5f6b" in svg) == (palette.petrol == Palette().petrol)

"""How the text of a card is broken for the projector."""

import pytest

from cxstudio.ui.workshop.ink import CARD, wide
from cxstudio.ui.workshop.layout import broken_lines

pytestmark = pytest.mark.usefixtures("running")


def said(text: str, room: float) -> list[str]:
    return ["".join(piece.run.text for piece in line.pieces) for line in broken_lines(text, room)]


def test_no_single_letter_is_left_on_the_last_line():
    text = "最終バスが夕食の終わる前に出る"
    one_less = wide(text[:-1], CARD._replace(weight=700)) + 1
    lines = said(text, one_less)
    assert "".join(lines) == text and len(lines) == 2
    assert len(lines[1]) >= 2, lines


def test_a_text_that_fits_stays_on_one_line():
    assert said("満席", 480) == ["満席"]

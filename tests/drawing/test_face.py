"""Pictures are set in a template's typeface where it is there, and never wider than measured."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor

from cxstudio.drawing.charts import figure
from cxstudio.drawing.face import OURS, Face, drawn_in, families, named, present, set_in
from cxstudio.drawing.journey.export import svg_of
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.text import Type
from cxstudio.drawing.qt import JAPANESE, LATIN, ensure_gui

KIND = Type(80, 100, 400)


@pytest.mark.parametrize(
    ("face", "installed", "set_in_them"),
    [
        (OURS, {"Arial"}, [LATIN, JAPANESE]),
        (Face("Arial"), {"Arial", "Liberation Sans"}, ["Arial", LATIN, JAPANESE]),
        (Face("Arial"), {"Liberation Sans"}, ["Liberation Sans", LATIN, JAPANESE]),
        (Face("Arial", "ＭＳ 明朝"), {"MS Mincho"}, [LATIN, "MS Mincho", JAPANESE]),
        (Face("Verdana"), {"Verdana"}, ["Verdana", LATIN, JAPANESE]),
        (Face("Verdana"), set(), [LATIN, JAPANESE]),
    ],
)
def test_text_is_set_in_what_is_there(face, installed, set_in_them):
    assert families(face, installed) == set_in_them


def test_an_svg_names_the_face_unless_its_text_might_be_wider_than_measured():
    assert named(Face("Arial"), set()).startswith("Arial, Liberation Sans, Arimo, Inter, ")
    assert named(Face("Verdana"), set()).startswith("Inter, ")
    assert named(Face("Verdana"), {"Verdana"}).startswith("Verdana, Inter, ")
    assert named(Face("", "ＭＳ 明朝"), set()).startswith(
        "Inter, ＭＳ 明朝, MS Mincho, Noto Sans CJK"
    )
    assert named(Face('A" onload="x', "B, C"), set()) == named(OURS, set())


def test_charts_are_measured_and_drawn_in_the_face_while_it_is_set():
    ours = figure.text_mm("Detractors", 8)
    with set_in(Face("DejaVu Sans")):  # matplotlib brings it along
        assert figure.font().get_family()[0] == "DejaVu Sans"
        assert figure.text_mm("Detractors", 8) > ours
    assert figure.text_mm("Detractors", 8) == ours


def test_texts_of_a_drawing_ask_for_the_face_that_it_is_drawn_in():
    ensure_gui()

    def drawing(_tell):
        def paint(painter):
            write(painter, 0, 0, "駅 Station", KIND, QColor("black"))

        return svg_of(paint, (400, 200), 96, "").decode()

    def asked(svg):
        return set(re.findall(r'<text [^>]*font-family="([^,"]*)', svg))

    assert asked(drawn_in(Face("Arial"), drawing, lambda *_: None)) == {"Arial"}
    assert asked(drawing(None)) == {LATIN}
    assert present() == OURS

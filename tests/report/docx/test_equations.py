"""Formulas written in a line, read into native equations."""

from xml.etree import ElementTree

import pytest

from cxstudio.report.docx.equations import MATH, equation

M = f"{{{MATH}}}"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(words):
    return ElementTree.fromstring(f'<x xmlns:w="{W}">{equation(words)}</x>')[0]


def shape(element):
    """Tags and texts of an equation, without how its letters look."""
    if element.tag == M + "r":
        return element.findtext(M + "t")
    inner = (shape(x) for x in element if not x.tag.endswith("Pr"))
    return f"{element.tag.removeprefix(M)}({' '.join(inner)})"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a + 0.75", "a + 0.75"),
        ("(P + 1) / n", "f(num(P + 1) den(n))"),
        ("100 × (p − d)", "100 × d(e(p − d))"),
        ("√(σ² / n)", "rad(deg() e(f(num(sSup(e(σ) sup(2))) den(n))))"),
        ("SE_a²", "sSubSup(e(SE) sub(a) sup(2))"),
        ("w_i", "sSub(e(w) sub(i))"),
        ("(x ÷ 5)¹·⁵", "sSup(e(d(e(f(num(x) den(5))))) sup(1.5))"),
        (
            "(Σw)² / (Σw²)",
            "f(num(sSup(e(d(e(nary(sub() sup() e(w))))) sup(2)))"
            " den(nary(sub() sup() e(sSup(e(w) sup(2))))))",
        ),
        (
            "Σ B_m / (1 + r)^((m − ½) / 12)",
            "nary(sub() sup() e(f(num(sSub(e(B) sub(m)))"
            " den(sSup(e(d(e(1 + r))) sup(f(num(m − ½) den(12))))))))",
        ),
        ("ñ = p̃", "acc(e(n)) = acc(e(p))"),
        ("重要度×（目標－現状）×影響範囲", "重要度 × d(e(目標 − 現状)) × 影響範囲"),
    ],
)
def test_each_construct(words, expected):
    assert shape(read(words)) == f"oMath({expected})"


def test_names_of_one_letter_are_slanted_and_all_else_is_upright():
    runs = read("NPS = 目標 − p").iter(M + "r")
    slanted = [r.findtext(M + "t") for r in runs if r.find(f"{M}rPr/{M}sty") is None]
    assert slanted == ["p"]

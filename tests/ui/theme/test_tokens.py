"""The tokens keep what the design promises: all that is read can be read."""

import itertools

import pytest

from cxstudio.drawing import tokens


def luminance(colour: str) -> float:
    channels = (value / 255 for value in bytes.fromhex(colour.removeprefix("#")))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def pairs() -> list[tuple[str, str, float, tokens.Theme]]:
    return [
        (*name.split(" on "), ratio, theme)
        for theme in tokens.THEMES
        for name, ratio in tokens.everything()["themes"][theme]["contrast"].items()
    ]


@pytest.mark.parametrize(("ink", "ground", "promised", "theme"), pairs())
def test_contrast_is_as_promised(ink, ground, promised, theme):
    measured = contrast(tokens.colour(ink, theme), tokens.colour(ground, theme))
    assert measured == pytest.approx(promised, abs=0.06)
    assert measured >= (3.0 if ink == "control_line" else 4.5)


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_words_on_sticky_cards_can_be_read(theme):
    for name in tokens.STICKIES:
        fill = tokens.sticky(name, theme)
        assert contrast(fill.fill, fill.text) >= 8


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_figures_on_heat_can_be_read(theme):
    fills = [tokens.severity(level, theme) for level in range(5)]
    fills += [tokens.score(value, theme) for value in (-5, 0, 15, 25, 40, 60)]
    assert all(contrast(fill.fill, fill.text) >= 4.5 for fill in fills)


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_marks_and_series_stand_off_the_surface(theme):
    surface = tokens.colour("surface", theme)
    marks = [tokens.strength(strength, theme) for strength in tokens.STRENGTHS]
    assert all(contrast(mark, surface) >= 4.5 for mark in marks)
    assert all(contrast(series, surface) >= 3 for series in tokens.chart(theme))


def test_scores_step_at_the_fixed_edges():
    steps = [tokens.score(value).fill for value in (-0.1, 0, 9.9, 10, 20, 30, 44.9, 45)]
    assert [a == b for a, b in itertools.pairwise(steps)] == [
        False, True, False, False, False, True, False,
    ]  # fmt: skip


def test_the_projector_shows_light_cards():
    assert tokens.sticky("rose", "projector") == tokens.sticky("rose", "light")


def test_a_fourth_persona_has_a_colour_too():
    assert len({tokens.persona(number) for number in range(1, 7)}) == 6

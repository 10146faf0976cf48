"""The report's colours by meaning, and how they are found in a firm's own theme."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, replace

_LEAST_CONTRAST = 4.5
_LEAST_HUE = 60 / 360
_WARM = (330 / 360, 50 / 360)
"""Hues from pink over red and orange to yellow: a board takes what is green for good."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as RRGGBB. Petrol holds, orange hurts, grey is everything else."""

    ink: str = "13222B"
    ink2: str = "44545E"
    ink3: str = "5E6D77"
    rule: str = "C3CCD1"
    hairline: str = "DCE2E5"
    pale: str = "F3F6F7"
    petrol: str = "0B5F6B"
    petrol_dark: str = "083E47"
    petrol_mid: str = "5C99A2"
    petrol_light: str = "B9D6D9"
    petrol_tint: str = "E6F1F2"
    orange: str = "AB4E08"
    orange_mid: str = "E08A3C"
    orange_light: str = "F4CFA8"
    orange_tint: str = "FCF0E4"
    severity: tuple[str, ...] = ("FDF1E4", "F8D9B6", "EDB377", "D9822F", "A84A06")
    amount: tuple[str, ...] = ("E6F1F2", "B9D6D9", "8FC1C7", "5C99A2", "0B5F6B")
    themed: bool = True
    """Whether petrol and ink are the document theme's accent 1 and dark 1."""


STANDARD = Palette()


def of_theme(colours: dict[str, str]) -> Palette:
    """The palette a theme gives: accent 1 as petrol, the first warm accent far from it as orange,
    else the standard orange."""
    accents = [colours[f"accent{n}"] for n in range(1, 7) if f"accent{n}" in colours]
    if not accents:
        return STANDARD
    hurts = next((accent for accent in accents[1:] if _hurts(accent, accents[0])), None)
    ink = readable(colours.get("dk1", STANDARD.ink))
    holds = _holding(replace(STANDARD, ink=ink, themed=False), accents[0])
    return _hurting(holds, hurts) if hurts else holds


def _holding(base: Palette, accent: str) -> Palette:
    petrol = readable(accent)
    steps = tuple(mix(petrol, "FFFFFF", share) for share in (0.9, 0.7, 0.5, 0.3))
    return replace(
        base,
        ink2=readable(mix(base.ink, "FFFFFF", 0.25)),
        ink3=readable(mix(base.ink, "FFFFFF", 0.38)),
        petrol=petrol,
        petrol_dark=mix(petrol, "000000", 0.35),
        petrol_mid=mix(petrol, "FFFFFF", 0.35),
        petrol_light=mix(petrol, "FFFFFF", 0.7),
        petrol_tint=mix(petrol, "FFFFFF", 0.9),
        amount=(*steps, petrol),
    )


def _hurting(base: Palette, accent: str) -> Palette:
    orange = readable(accent)
    steps = tuple(mix(orange, "FFFFFF", share) for share in (0.9, 0.7, 0.5, 0.3))
    return replace(
        base,
        orange=orange,
        orange_mid=accent,
        orange_light=mix(accent, "FFFFFF", 0.6),
        orange_tint=mix(accent, "FFFFFF", 0.88),
        severity=(*steps, orange),
    )


def contrast(colour: str, ground: str = "FFFFFF") -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str) -> str:
    """The colour, darkened until text in it can be read on white (4.5 : 1)."""
    while contrast(colour) < _LEAST_CONTRAST:
        colour = mix(colour, "000000", 0.06)
    return colour


def mix(colour: str, other: str, share: float) -> str:
    """The colour with this share (0 to 1) of the other in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hurts(accent: str, holding: str) -> bool:
    hue, other = _hue(accent), _hue(holding)
    distance = abs(hue - other)
    warm = hue >= _WARM[0] or hue <= _WARM[1]
    return warm and min(distance, 1 - distance) >= _LEAST_HUE


def _hue(colour: str) -> float:
    """From 0 to 1, red to red."""
    return colorsys.rgb_to_hls(*(channel / 255 for channel in _channels(colour)))[0]

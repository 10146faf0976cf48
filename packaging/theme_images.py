"""Makes the small images that the style sheet names, one folder a theme in resources/themes.

python packaging/theme_images.py
"""

from cxstudio import resources
from cxstudio.drawing import tokens

IMAGES = {
    "check": ("check", "on_accent", 3),
    "minus": ("minus", "on_accent", 3),
    "tick": ("check", "accent", 2),
    "chevron-down": ("chevron-down", "text_2", 2),
    "chevron-up": ("chevron-up", "text_2", 2),
    "chevron-left": ("chevron-left", "text_2", 2),
    "chevron-right": ("chevron-right", "text_2", 2),
    "calendar": ("calendar", "text_2", 2),
}


def image(name: str, theme: tokens.Theme) -> str:
    """The SVG text of one image in the colours of a theme."""
    icon, role, stroke = IMAGES[name]
    text = resources.path("icons", f"{icon}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", tokens.colour(role, theme))
    return text.replace('stroke-width="2"', f'stroke-width="{stroke}"')


def main() -> None:
    """Writes all images of all themes."""
    for theme in tokens.THEMES:
        folder = resources.path("themes", theme)
        folder.mkdir(exist_ok=True)
        for name in IMAGES:
            (folder / f"{name}.svg").write_text(image(name, theme), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Draws the scenes of one language: `python packaging/scenes LANGUAGE [WORD ...]`."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scenes import map_dialogs, maps, voice, workshops  # noqa: E402
from scenes.camera import Camera  # noqa: E402
from scenes.dialogs import DIALOGS  # noqa: E402
from scenes.shelf import fill  # noqa: E402

THEMES = ("light", "dark", "projector")
AT_EVERY_SCALE = ("overview", "gaps")


def pages(camera: Camera) -> None:
    """Every page of the open engagement."""
    from cxstudio.ui.pages import PAGES

    assert camera.window.view is not None
    few = camera.scale != "1"
    for page in PAGES:
        if camera.wants(f"page-{page.key}") and not (few and page.key not in AT_EVERY_SCALE):
            camera.window.view.show_page(page.key)
            camera.take(f"page-{page.key}")


def main() -> int:
    language, words = sys.argv[1], sys.argv[2:]
    camera = Camera(language, words, Path(os.environ["SCREENSHOTS"]))
    camera.open(ROOT / "build" / f"sample-{language}.cxs")
    for theme in THEMES if camera.scale == "1" else THEMES[:1]:
        camera.wear(theme)
        pages(camera)
        if camera.scale == "1":
            maps.draw(camera)
            voice.draw(camera)
            everything = DIALOGS | map_dialogs.MAP_DIALOGS | workshops.WORKSHOP_DIALOGS
            everything |= voice.VOICE_DIALOGS
            for name, scene in everything.items():
                camera.dialog(name, scene)
            workshops.draw(camera)
    if camera.scale == "1":
        fill(camera.home / "engagements", language)
        for theme in THEMES:
            camera.wear(theme)
            camera.library()
    camera.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

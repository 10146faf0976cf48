"""Draws every page and dialog of the sample engagement, to look at and to show in the README.

    python packaging/screenshots.py [WORD ...]

Without words all pictures are drawn into build/screenshots; with words those whose name holds
one of them. A name is language-theme-scene, such as en-dark-page-gaps. The windows appear on
a screen of their own (Xvfb), or off screen where there is none.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.screen import quiet_screen

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "screenshots"
SHOWN = ROOT / "docs" / "pictures"
SCALES = ("1.25", "1.5", "2")
BEST = {
    "en-light-page-overview": "overview",
    "en-light-page-voice": "voice",
    "en-light-page-interviews": "interviews",
    "en-light-page-journeys": "journey",
    "en-dark-page-gaps": "gaps",
    "ja-light-page-personas": "personas-ja",
    "en-light-page-trace": "trace",
    "ja-light-page-plan": "plan-ja",
    "en-light-page-business": "business",
    "en-light-page-roadmap": "roadmap",
    "en-light-page-report": "report",
}


def draw(environment: dict[str, str], language: str, scale: str, words: list[str]) -> bool:
    """Draw the scenes of one language at one scale in a process of their own."""
    command = [sys.executable, str(Path(__file__).with_name("scenes")), language, *words]
    settings = {**environment, "QT_SCALE_FACTOR": scale, "SCREENSHOTS": str(OUT)}
    done = subprocess.run(command, env=settings, cwd=ROOT, check=False)
    return done.returncode == 0


def publish() -> None:
    """Put the best pictures beside the README, small enough to load quickly."""
    SHOWN.mkdir(parents=True, exist_ok=True)
    for name, shown in BEST.items():
        picture = OUT / f"{name}.png"
        if picture.exists() and shutil.which("convert"):
            small = ["-strip", "-colors", "256", "-define", "png:compression-level=9"]
            subprocess.run(["convert", picture, *small, SHOWN / f"{shown}.png"], check=True)


def main() -> int:
    words = sys.argv[1:]
    if not words:
        shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True, exist_ok=True)
    fine = True
    for language in ("en", "ja"):
        with quiet_screen() as environment:
            fine &= draw(environment, language, "1", words)
    for scale in SCALES:
        with quiet_screen() as environment:
            fine &= draw(environment, "en", scale, words)
    publish()
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")
    return 0 if fine else 1


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())

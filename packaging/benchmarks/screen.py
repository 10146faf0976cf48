"""A quiet X screen for windows that are measured."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_screen(size: tuple[int, int] = (1600, 1000)) -> Iterator[dict[str, str]]:
    """The environment for a measured program: its own screen and an empty home folder.

    Without Xvfb the windows are painted off screen.
    """
    with tempfile.TemporaryDirectory(prefix="cxstudio-bench-") as home:
        environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "WAYLAND"))},
            "HOME": home,
            "LC_ALL": "C.UTF-8",
            "XDG_RUNTIME_DIR": home,
        }
        if not shutil.which("Xvfb"):
            yield {**environment, "QT_QPA_PLATFORM": "offscreen"}
            return
        read, write = os.pipe()
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "{}x{}x24".format(*size)],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                display = f":{answer.readline().strip()}"
            yield {**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        finally:
            screen.terminate()
            screen.wait()

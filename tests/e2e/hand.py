"""A user's hands and eyes: a program on an X screen of its own, real keys and a real mouse."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 40.0


@contextmanager
def x_screen() -> Iterator[str]:
    """An X screen for one test; gives its name, such as ":7"."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        screen.terminate()
        screen.wait()


class Program:
    """One run of the program. `look` reads from it; `key`, `write`, `click` and `drag` act."""

    def __init__(self, display: str, home: Path, path: Path | None = None) -> None:
        folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA")}
        self._environment = {
            **os.environ,
            **folders,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
        }
        command = [sys.executable, str(Path(__file__).with_name("program.py"))]
        self._process = subprocess.Popen(
            [*command, *([str(path)] if path else [])],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._clipboard: subprocess.Popen[str] | None = None
        self.wait("window.isVisible()")
        self.take_keyboard("window")

    # -- looking -----------------------------------------------------------------------

    def look(self, expression: str) -> Any:
        """The value of an expression about the window."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(expression + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise LookupError(f"{expression}: {answer['error']}")
        return answer["answer"]

    def wait(self, expression: str) -> Any:
        """Wait until an expression is true; what cannot be looked at yet is not."""
        end, fault = time.monotonic() + PATIENCE, ""
        while time.monotonic() < end:
            try:
                if found := self.look(expression):
                    return found
            except (LookupError, IndexError) as error:
                fault = str(error)
            time.sleep(0.03)
        raise AssertionError(f"never so: {expression} {fault}")

    # -- acting ------------------------------------------------------------------------

    def _do(self, *words: str | int) -> None:
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, env=self._environment, check=True, timeout=20)

    def take_keyboard(self, window: str) -> None:
        """Give a window the keyboard, as the window manager does, which this screen has not."""
        self._do("windowfocus", "--sync", self.wait(f"int({window}.winId())"))
        self.wait(f"{window}.isActiveWindow()")

    def key(self, *keys: str) -> None:
        self._do("key", "--delay", 15, *keys)

    def write(self, text: str) -> None:
        self._do("type", "--delay", 4, text)

    def copy(self, text: str) -> None:
        """Copy a text in another program."""
        if self._clipboard is None:
            self._clipboard = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("clipboard.py"))],
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self._clipboard.stdin is not None and self._clipboard.stdout is not None
        self._clipboard.stdin.write(json.dumps(text) + "\n")
        self._clipboard.stdin.flush()
        assert self._clipboard.stdout.readline() == "copied\n"
        self.wait(f"QApplication.clipboard().text() == {text!r}")

    def paste(self, text: str) -> None:
        """Copy a text elsewhere, and paste it where the keyboard is."""
        self.copy(text)
        self.key("ctrl+v")

    def click(self, place: str, button: int = 1, times: int = 1) -> None:
        """Click on the middle of a widget, or on the place an expression gives."""
        x, y = self.place(place)
        self._do("mousemove", x, y, "click", "--repeat", times, "--delay", 40, button)

    def place(self, place: str) -> tuple[int, int]:
        x, y = self.wait(place if "(" in place else f"middle({place})")
        return x, y

    def drag(self, begin: str, end: str) -> None:
        """Press, move in steps, and let go."""
        (x, y), (to_x, to_y) = self.place(begin), self.place(end)
        moves: list[str | int] = []
        for step in range(1, 9):
            moves += ["mousemove", x + (to_x - x) * step // 8, y + (to_y - y) * step // 8]
            moves += ["sleep", 0.03]  # type: ignore[list-item]
        self._do("mousemove", x, y, "mousedown", 1, *moves, "mouseup", 1)

    def go(self, page: str, key: str) -> None:
        """To a page by the palette."""
        self.key("ctrl+k")
        self.take_keyboard("[p for p in window.findChildren(Palette) if p.isVisible()][0]")
        self.write(page) if page.isascii() else self.paste(page)
        self.key("Return")
        self.wait(f"window.view.page_key == {key!r}")
        self.take_keyboard("window")

    # -- ending ------------------------------------------------------------------------

    def kill(self) -> None:
        """As kill -9 does: nothing can be tidied up."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        if self._clipboard is not None:
            self._clipboard.kill()
            self._clipboard.wait()

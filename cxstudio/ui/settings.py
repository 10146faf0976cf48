"""What the program remembers between runs, apart from the engagements."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

MOST_RECENT = 12


class Settings:
    """Typed reading and writing of the user's settings file."""

    def __init__(self, path: Path | None = None) -> None:
        self._store = (
            QSettings(str(path), QSettings.Format.IniFormat)
            if path
            else QSettings(
                QSettings.Format.IniFormat, QSettings.Scope.UserScope, "CX Studio", "CX Studio"
            )
        )

    def text(self, key: str, default: str) -> str:
        return str(self._store.value(key, default))

    def set_text(self, key: str, value: str) -> None:
        self._store.setValue(key, value)

    def number(self, key: str, default: float) -> float:
        """A stored number; the default when somebody wrote something else into the file."""
        try:
            return float(str(self._store.value(key, default)))
        except ValueError:
            return default

    def set_number(self, key: str, value: float) -> None:
        self._store.setValue(key, value)

    def state(self, key: str) -> QByteArray:
        """The saved state of a window or splitter; empty when there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, key: str, value: QByteArray) -> None:
        self._store.setValue(key, value)

    @property
    def recent(self) -> list[Path]:
        """The files opened last, the newest first."""
        value = self._store.value("recent", [])
        paths = value if isinstance(value, list) else [value]
        return [Path(str(path)) for path in paths if path]

    def add_recent(self, path: Path) -> None:
        others = [str(p) for p in self.recent if p != path.absolute()]
        self._store.setValue("recent", [str(path.absolute()), *others][:MOST_RECENT])

    @property
    def folder(self) -> Path:
        """Where new engagements go: the user's own choice, else Documents/CX Studio."""
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        return Path(self.text("folder", str(Path(documents) / "CX Studio")))

    def set_folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    def sync(self) -> None:
        self._store.sync()

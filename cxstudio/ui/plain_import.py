"""PySide6 brings an import of its own, which keeps the source text of every module that is loaded
after it, in case the module wants names in snake_case. None does: that is 20 MB for nothing."""

import builtins


def load_qt() -> None:
    """Load PySide6 and go on importing as Python does; to be called before anything loads it."""
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain

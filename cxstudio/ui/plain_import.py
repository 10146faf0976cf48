"""What the window does without, before it loads its libraries.

PySide6 brings an import of its own, which keeps the source text of every module that is loaded
after it, in case the module wants names in snake_case. None does: that is 20 MB for nothing.
OpenSSL comes with asyncio, which SQLAlchemy imports, and with hashlib, which has functions of its
own as well: 4 MB for a program that never opens a connection.
"""

import builtins
import sys


def load_qt() -> None:
    """Load PySide6 and go on importing as Python does; to be called before anything loads it."""
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


def leave_out_openssl() -> None:
    """Have Python do without OpenSSL from now on; what is loaded already stays."""
    for name in ("ssl", "_hashlib"):
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]

"""What the window does without, before it loads its libraries.

PySide6 brings an import of its own, which keeps the source text of every module that is loaded
after it, in case the module wants names in snake_case. None does: that is 20 MB for nothing.
OpenSSL comes with asyncio, which SQLAlchemy imports, and with hashlib, which has functions of its
own as well: 4 MB for a program that never opens a connection. Of asyncio itself, another 2 MB,
SQLAlchemy wants one function as long as nothing is asynchronous.
"""

import builtins
import inspect
import sys
from importlib import import_module
from types import ModuleType


def load_qt() -> None:
    """Load PySide6 and go on importing as Python does; to be called before anything loads it."""
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


def leave_out_openssl() -> None:
    """Have Python do without OpenSSL from now on; what is loaded already stays."""
    for name in ("ssl", "_hashlib"):
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]


def put_off_asyncio() -> None:
    """Have asyncio loaded only when somebody wants more of it than SQLAlchemy does."""
    sys.modules.setdefault("asyncio", _Asyncio("asyncio"))


class _Asyncio(ModuleType):
    iscoroutine = staticmethod(inspect.iscoroutine)

    def __getattr__(self, name: str) -> object:
        if sys.modules.get("asyncio") is self:
            del sys.modules["asyncio"]
        return getattr(import_module("asyncio"), name)

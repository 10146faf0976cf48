"""Compiles the translations when hatchling builds a wheel."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):
    """Runs packaging/translations.py before the files of the wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every language; an editable installation does so too."""
        program = runpy.run_path(str(Path(self.root) / "packaging" / "translations.py"))
        for language in program["languages"]():
            program["compile_language"](language)

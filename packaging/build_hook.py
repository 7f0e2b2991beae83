"""Puts the compiled translations into every wheel."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTexts(BuildHookInterface[Any]):
    """Compiles the translations before the files of a wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; an editable installation reads the resources where they lie."""
        texts = runpy.run_path(str(Path(self.root) / "packaging/texts.py"))
        texts["compile_all"]()
        if version == "editable":
            self.build_config.target_config.pop("force-include", None)

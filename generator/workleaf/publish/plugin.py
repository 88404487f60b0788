"""The MkDocs plugin: hooks only. It is the one file that imports MkDocs."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from workleaf.language.memory import Memory
from workleaf.problems import WorksheetError
from workleaf.publish import config as settings
from workleaf.publish.engine import EXTENSION, finish
from workleaf.publish.reuse import staged
from workleaf.publish.staged import SCRIPT, Staged

log = logging.getLogger("mkdocs.plugins.workleaf")


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs' own hook
    """The plugin has no options of its own: see `extra.workleaf`."""


class WorkleafPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # the same
    """`plugins: [workleaf]`; its settings are `extra.workleaf`, which every engine carries."""

    site: settings.Site
    staged: Staged
    serving = False
    memory: Memory | None = None
    """Of the last build of a served site: only what changed is read again."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether a person is watching: a served site is not sealed."""
        self.serving = command == "serve"
        self.memory = Memory() if self.serving else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stage content and worksheets, and let MkDocs build the stage."""
        file = Path(config.config_file_path)
        try:
            self.site = settings.site(file, config)
            self.staged = staged(
                self.site, nav=config.nav, strict=config.strict, memory=self.memory
            )
        except WorksheetError as error:
            raise _stopped(error) from None
        for warning in self.staged.warnings:
            log.warning("%s", warning)
        self._use_stage(config)
        return config

    def _use_stage(self, config: MkDocsConfig) -> None:
        config.docs_dir = str(self.site.stage)
        config.nav = self.staged.nav
        config.markdown_extensions.append(EXTENSION)
        config.mdx_configs[EXTENSION] = {"fragments": str(self.site.fragments)}
        config.extra_css[:0] = self.staged.styles
        config.extra.update(self.staged.extra)
        if self.staged.themed:
            config.theme.dirs.insert(int(bool(config.theme.custom_dir)), str(self.site.theme))
        script = ExtraScriptValue(SCRIPT)
        script.defer = True
        config.extra_javascript.insert(0, script)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """A worksheet's page is edited in its YAML file."""
        for name, source in self.staged.worksheets.items():
            file = files.get_file_from_path(name)
            if file is not None:
                file.edit_uri = f"../{source}"
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Seal what will go out."""
        if self.serving:
            return
        try:
            finish(Path(config.site_dir), site=self.site, staged=self.staged)
        except WorksheetError as error:
            raise _stopped(error) from None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Watch what authors write, not the stage: each build writes there."""
        server.unwatch(str(self.site.stage))
        server.watch(str(self.site.content))
        server.watch(str(self.site.worksheets))
        if self.site.pictures.is_dir():
            server.watch(str(self.site.pictures))
        return server


def _stopped(error: WorksheetError) -> Abort:
    """Tell the problems; MkDocs itself shows nothing of an `Abort` while it builds."""
    log.error("%s", error)
    return Abort("The site was not built.")

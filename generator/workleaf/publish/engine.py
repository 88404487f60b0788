"""mkdocs.gen.yml and the engines that build from it: MkDocs, ProperDocs, Zensical.

The file stands beside mkdocs.yml (Zensical refuses one elsewhere) and carries the complete plugin
list without workleaf: an inherited workleaf would run again and stage itself.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, TypeAlias

import yaml

from workleaf.problems import Span, WorksheetError, problem
from workleaf.publish.config import Site, navigation, top_level
from workleaf.publish.files import replace
from workleaf.publish.heads import About
from workleaf.publish.reuse import staged as stage
from workleaf.publish.seal import seal
from workleaf.publish.staged import GENERATED, SCRIPT, Staged

Engine: TypeAlias = Literal["mkdocs", "properdocs", "zensical"]
PLUGIN, EXTENSION = "workleaf", "workleaf.publish.markdown"


def build(site: Site, *, engine: Engine = "mkdocs", strict: bool = False) -> Staged:
    """Stage, build and seal; the previous site stays until the new one is whole."""
    recover(site.output)
    staged = stage(site, nav=navigation(site), strict=strict)
    config = write_config(site, staged)
    fresh = site.build / "site"
    shutil.rmtree(fresh, ignore_errors=True)
    run(engine, config, fresh)
    finish(fresh, site=site, staged=staged)
    swap(fresh, site.output)
    return staged


def finish(folder: Path, *, site: Site, staged: Staged) -> None:
    """Seal a built site. Raises `WorksheetError` with every page that must not go out."""
    about = About(
        name=site.name,
        names=staged.names,
        url=site.site_url,
        licence=site.settings.licence,
        noindex=staged.noindex,
        versions=staged.versions,
    )
    memory = site.build / "sealed.json"
    seal(folder, forms=staged.forms, site_url=site.site_url, memory=memory, about=about)


def write_config(site: Site, staged: Staged) -> Path:
    """Write mkdocs.gen.yml; the same bytes for the same project."""
    nodes = top_level(site.config_file)
    made: dict[str, yaml.Node] = {
        "INHERIT": _node(site.config_file.name),
        "docs_dir": _node(site.stage.relative_to(site.root).as_posix()),
        "plugins": _without(nodes.get("plugins"), PLUGIN),
        "markdown_extensions": _with_extension(nodes.get("markdown_extensions"), site),
        "extra_css": _first(staged.styles, nodes.get("extra_css")),
        "extra_javascript": _first(
            [{"path": SCRIPT, "defer": True}], nodes.get("extra_javascript")
        ),
    }
    if staged.extra:
        made["extra"] = _node(staged.extra)
    if staged.themed:
        made["theme"] = _themed(nodes.get("theme"), site)
    if staged.nav is not None:
        made["nav"] = _node(staged.nav)
    root = yaml.MappingNode(
        "tag:yaml.org,2002:map", [(_node(key), value) for key, value in made.items()]
    )
    text = yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=100)
    path = site.root / GENERATED
    replace(path, ("# Written by workleaf; not committed.\n" + text).encode())
    return path


def run(engine: Engine, config: Path, output: Path) -> None:
    """Run an engine strictly. Raises `WorksheetError` with what it said when it fails."""
    place = Span(file=config.name)
    command = [sys.executable, "-m", engine, "build", "--strict", "-f", str(config)]
    if engine != "zensical":
        command += ["--quiet", "--clean", "-d", str(output)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=config.parent, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines()
        why = "\n".join(said[-12:]) or f"exit code {done.returncode}"
        raise WorksheetError([problem("engine-failed", place, engine=engine, why=why)])
    if engine == "zensical" and (config.parent / "site").is_dir():
        swap(config.parent / "site", output)


def _aside(output: Path) -> Path:
    return output.with_name(f".{output.name}.old")


def recover(output: Path) -> None:
    """Bring the last site back where a build was stopped between taking it away and the new one."""
    if not output.exists() and _aside(output).exists():
        _aside(output).rename(output)


def swap(fresh: Path, output: Path) -> None:
    """Put the new site in the old one's place."""
    old = _aside(output)
    shutil.rmtree(old, ignore_errors=True)
    if output.exists():
        output.rename(old)
    fresh.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def _node(value: Any) -> yaml.Node:
    return yaml.SafeDumper(io.StringIO()).represent_data(value)


def _without(node: yaml.Node | None, name: str) -> yaml.Node:
    """The plugin list without one plugin, tags and options of the others kept."""
    if isinstance(node, yaml.MappingNode):
        kept = [(key, value) for key, value in node.value if key.value != name]
        return yaml.MappingNode(node.tag, kept)
    if isinstance(node, yaml.SequenceNode):
        items = [item for item in node.value if _name(item) != name]
        return yaml.SequenceNode(node.tag, items)
    return _node(["search"])


def _with_extension(node: yaml.Node | None, site: Site) -> yaml.Node:
    options = {"fragments": site.fragments.relative_to(site.root).as_posix()}
    if isinstance(node, yaml.MappingNode):
        return yaml.MappingNode(node.tag, [*node.value, (_node(EXTENSION), _node(options))])
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return yaml.SequenceNode("tag:yaml.org,2002:seq", [*items, _node({EXTENSION: options})])


def _themed(node: yaml.Node | None, site: Site) -> yaml.Node:
    """The theme with the staged overrides; engines merge it with the inherited settings."""
    folder = {"custom_dir": site.theme.relative_to(site.root).as_posix()}
    name = {"name": node.value} if isinstance(node, yaml.ScalarNode) else {}
    return _node({**name, **folder})


def _first(entries: Iterable[Any], node: yaml.Node | None) -> yaml.Node:
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return yaml.SequenceNode("tag:yaml.org,2002:seq", [*map(_node, entries), *items])


def _name(item: yaml.Node) -> str:
    if isinstance(item, yaml.MappingNode) and item.value:
        return str(item.value[0][0].value)
    return str(item.value) if isinstance(item, yaml.ScalarNode) else ""

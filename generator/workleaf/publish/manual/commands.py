"""The commands as a manual shows them: asked of the command itself."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

import click


def commands() -> list[str]:
    """Every command with its help, what it takes and its options."""
    # The command stands above this package, so it is asked for by the name it is installed under.
    (found,) = entry_points(group="console_scripts", name="workleaf")
    group: click.Group = found.load()
    return [line for name, each in _each(group) for line in _command(name, each)]


def _each(group: click.Group, before: str = "workleaf") -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            found.extend(_each(command, f"{before} {name}"))
        elif not command.hidden:
            found.append((f"{before} {name}", command))
    return found


def _command(name: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=name)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    about = " ".join((command.help or "").split())
    lines = [f"## `{name}` {{ #{name.replace(' ', '-')} }}", "", about, ""]
    lines += ["```text", usage, "```", ""]
    for each in command.params:
        if isinstance(each, click.Option) and not each.hidden:
            lines += _option(each)
    return lines


def _option(option: click.Option) -> list[str]:
    names = ", ".join(f"`{each}`" for each in option.opts)
    facts = [_takes(option), _default(option)]
    about = " · ".join(filter(None, facts))
    term = names + (f" <small>{about}</small>" if about else "")
    return [term, f":   {option.help or _PLAIN.get(option.name or '', '')}", ""]


_PLAIN = {
    "output": "The file to write.",
    "engine_name": "What builds the site.",
    "address": "Where the site is shown.",
}
"""For options whose name says it: the help that the command leaves out."""


def _takes(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        *most, last = (f"`{each}`" for each in option.type.choices)
        return f"{', '.join(most)} or {last}" if most else last
    return "must be given" if option.required else ""


def _default(option: click.Option) -> str:
    default: Any = option.default
    shown = isinstance(default, str | int) and not isinstance(default, bool)
    return f"`{default}` if left out" if shown else ""

"""Long work, watched: a bar on the terminal, once it has taken a while and a person looks on."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, TextIO, TypeVar

import click

T = TypeVar("T")
PATIENCE: Final = 2.0
"""Seconds that nobody needs to be told about."""


@dataclass(frozen=True, kw_only=True)
class _Watcher:
    stream: TextIO
    clock: Callable[[], float]
    since: float

    def follow(self, items: Collection[T], what: str) -> Iterator[T]:
        """The items, one after the other, with a bar from the moment when it takes long."""
        waiting = iter(items)
        done = 0
        while self.clock() - self.since < PATIENCE:
            try:
                yield next(waiting)
            except StopIteration:
                return
            done += 1
        bar = click.progressbar(length=len(items), label=what, file=self.stream)
        with bar:
            bar.update(done)
            for item in waiting:
                yield item
                bar.update(1)


_WATCHER: ContextVar[_Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def shown(
    *, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[None]:
    """Let what `watched` goes through be seen on a terminal; nothing where `stream` is none.

    `stream`: standard error unless told otherwise. `clock`: seconds.
    """
    found = stream or sys.stderr
    watcher = _Watcher(stream=found, clock=clock, since=clock()) if found.isatty() else None
    token = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(token)


def watched(items: Collection[T], what: str) -> Iterator[T]:
    """The items, one after the other; `what` is done with them, for a person who looks on."""
    watcher = _WATCHER.get()
    yield from watcher.follow(items, what) if watcher else items

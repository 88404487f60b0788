"""Kills the browser while it types, and counts what is missing in the same profile afterwards.

`python tests/torture/kill9.py --runs 20`. The page types by itself and tells a collector on this
machine what it has typed, which transactions were complete and what was called saved; nothing else
watches, so the browser is as free to lose things as a reader's.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2] / "generator")]

import browsers  # noqa: E402 - found through the path above when run as a script
import reader_pages  # noqa: E402

EVERY = 30
"""Milliseconds from key to key."""
WORST = 500
"""Milliseconds of typing that may be missing."""
TYPES = (
    """
const tell = (what, number) => fetch(`/${what}?${number}`, {method: 'POST'}).catch(() => 0);
const last = text => Number(/(\\d+)$/.exec(text)?.[1] ?? 0);
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (record) {
  if (record.path === 'story')
    this.transaction.addEventListener('complete', () => tell('kept', last(record.text)));
  return put.apply(this, arguments);
};
addEventListener('load', () => {
  const box = document.querySelector('[name=story]');
  const status = document.querySelector('[data-wl-status]');
  const type = number => {
    box.value += ` w${number}`;
    box.dispatchEvent(new InputEvent('input', {bubbles: true}));
    tell('typed', number);
  };
  new MutationObserver(() => {
    if (status.textContent.includes('Saved on this device')) tell('saved', last(box.value));
  }).observe(status, {childList: true, subtree: true});
  if (location.search === '?read') {
    const look = () => (box.value ? tell('found', last(box.value)) : requestAnimationFrame(look));
    return look();
  }
  let number = 1;
  let rest = 0;
  type(number);
  document.querySelector('[data-keep-choice=device]').click();
  setInterval(() => {
    // A pause now and then, so that something is called saved.
    rest = number % 40 || rest > 60 ? 0 : rest + 1;
    if (!rest) type(++number);
  }, """
    + str(EVERY)
    + """);
});
"""
)


@dataclass
class Told:
    """The highest number that the page told of each kind."""

    typed: int = 0
    kept: int = 0
    saved: int = 0
    found: int = 0


class Collector:
    """Hears what the page tells, and wakes who waits for it."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self.told = Told()
        self._news = threading.Condition()

    def hear(self, path: str, body: str) -> None:
        """A post such as `/typed?12`."""
        what, _, number = path.strip("/").partition("?")
        with self._news:
            setattr(self.told, what, max(getattr(self.told, what), int(number)))
            self._news.notify_all()

    def wait(self, what: str, number: int, *, seconds: float = 40) -> None:
        """Return once this much was told. Raises `TimeoutError` when it never is."""
        with self._news:
            if not self._news.wait_for(lambda: getattr(self.told, what) >= number, seconds):
                raise TimeoutError(f"{what} did not reach {number}: {self.told}")


@dataclass(frozen=True)
class Run:
    """What one kill left."""

    typed: int
    kept: int
    saved: int
    found: int

    @property
    def lost(self) -> int:
        """Milliseconds of typing that are missing."""
        return max(0, self.typed - self.found) * EVERY

    @property
    def broken_promise(self) -> bool:
        """Something is missing whose transaction was complete, or that was called saved."""
        return self.found < max(self.kept, self.saved)


@contextlib.contextmanager
def _browser(chromium: str, profile: Path, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """A browser of its own on this page, killed at the end as if the power went."""
    command = [
        chromium,
        *browsers.FLAGS,
        "--headless",
        "--no-first-run",
        f"--user-data-dir={profile}",
    ]
    process = subprocess.Popen(
        [*command, address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def run(chromium: str, pages: reader_pages.Pages, *, keys: int) -> Run:
    """Kill after this many keys and look again in the same profile."""
    collector = Collector()
    pages.posted = collector.hear
    pages.put("/types.js", TYPES, "text/javascript")
    written = reader_pages.page(reader_pages.form(reader_pages.lines("story")))
    address = pages.put(
        "/kill9/", written.replace("<body>", '<body><script src="/types.js"></script>')
    )
    profile = Path(tempfile.mkdtemp(prefix="kill9-"))
    try:
        with _browser(chromium, profile, address):
            collector.wait("typed", keys)
        told = collector.told
        collector.told = Told()
        with _browser(chromium, profile, f"{address}?read"):
            collector.wait("found", 1)
        return Run(told.typed, told.kept, told.saved, collector.told.found)
    finally:
        shutil.rmtree(profile, ignore_errors=True)


def runs(chromium: str, count: int, *, seed: int = 7) -> list[Run]:
    """Kill at random moments, always after the first answer was kept."""
    dice = random.Random(seed)
    with reader_pages.serving() as pages:
        return [run(chromium, pages, keys=dice.randrange(30, 110)) for _ in range(count)]


def main() -> int:
    """Print every run; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    found = runs(browsers.chromium(), given.runs, seed=given.seed)
    lines = [
        f"{each} lost {each.lost} ms{' BROKEN' if each.broken_promise else ''}" for each in found
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    worst = max(each.lost for each in found)
    broken = sum(each.broken_promise for each in found)
    sys.stdout.write(f"{len(found)} kills, at most {worst} ms lost, {broken} broken promises\n")
    return 1 if broken or worst > WORST else 0


if __name__ == "__main__":
    raise SystemExit(main())

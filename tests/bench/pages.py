"""How heavy a worksheet page is, when it is usable, and how fast a key shows."""

from __future__ import annotations

import gzip
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import sheets
from browsers import FLAGS, chromium, serving
from workleaf.publish import config, engine

LOADS, KEYS = 7, 200
USABLE = """
new MutationObserver(() => {
  if (!window.usable && document.querySelector('form.wl-live')) window.usable = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true});
"""
KEY_TIMES = """
window.keys = [];
addEventListener('keydown', event => {
  const start = performance.now();
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.keys.push(performance.now() - start);
    channel.port2.postMessage(0);
  });
}, true);
"""


def weights(site: Path) -> None:
    """Print the compressed sizes of what a worksheet page loads of ours."""
    for name in ("workleaf.js", "workleaf.logic.js", "workleaf.later.js", "workleaf.css"):
        data = (site / "assets" / "workleaf" / name).read_bytes()
        print(f"{name}: {len(gzip.compress(data, 9, mtime=0)) / 1000:.2f} kB gz")


def measure(browser: Browser, address: str) -> tuple[float, float]:
    """Median ms until the form is usable, and the 95th percentile of ms from key to frame."""
    usable = []
    for _ in range(LOADS):
        page = browser.new_page()
        page.add_init_script(USABLE)
        page.goto(address)
        page.locator("form.wl-live").wait_for()
        usable.append(float(page.evaluate("window.usable")))
        page.close()
    page = browser.new_page()
    page.add_init_script(KEY_TIMES)
    page.goto(address)
    page.locator("form.wl-live").wait_for()
    page.locator("[name=text_1]").focus()
    for _ in range(KEYS):
        page.keyboard.press("a")
    times = sorted(page.evaluate("window.keys"))
    page.close()
    return statistics.median(usable), times[int(len(times) * 0.95) - 1]


def report() -> None:
    """Print weights and times for forms of 40 and 500 fields."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        print("| fields | usable ms | key to frame p95 ms |")
        print("|---|---|---|")
        for fields in (40, 500):
            folder = sheets.project(
                Path(name) / str(fields), pages=1, worksheets=True, search=True, pdf=False,
                fields=fields,
            )  # fmt: skip
            engine.build(config.load(folder / "mkdocs.yml"))
            with serving(folder / "site") as address:
                usable, keys = measure(browser, f"{address}worksheets/sheet-1/")
            print(f"| {fields} | {usable:.0f} | {keys:.1f} |")
        browser.close()
        weights(Path(name) / "40" / "site")

"""The examples of worksheets as tests try them: on the page, and on paper and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page

from conditions_page import ten
from language_files import called, example, examples, read
from reader_pages import Pages, page
from web_pages import draw, real
from workleaf.strings import words
from workleaf.worksheet.defaults import defaults
from workleaf.worksheet.model import Example, Worksheet
from workleaf.worksheet.outcome import Outcome, on_screen

LIVE = "form.wl-form.wl-live"
SEEN = """([number, items, steps, scores, texts]) => {
  const form = document.querySelectorAll('form.wl-form')[number];
  const at = (name, id) => form.querySelector(`[data-${name}="${CSS.escape(id)}"]`);
  const shown = element => !!element && !element.closest('[hidden]');
  const words = element => {
    const copy = element.cloneNode(true);
    for (const each of copy.querySelectorAll('[hidden], .wl-unseen')) each.remove();
    for (const each of copy.querySelectorAll('.wl-blank')) each.textContent = '…';
    for (const each of copy.querySelectorAll('p, li, br, h2, h3, h4, h5')) each.after(' ');
    return copy.textContent;
  };
  const letter = id => {
    const own = at('item', id).querySelector('textarea');
    return own?.value || words(at('item', id).querySelector('[data-wl-letter]'));
  };
  const all = selector => [...form.querySelectorAll(selector)].filter(shown);
  const item = id => shown(at('item', id)) ? at('item', id) : null;
  const band = id => item(id)?.querySelector('.wl-band:not([hidden]) strong');
  return {
    visible: [...items.filter(item), ...steps.filter(id => shown(at('step', id)))],
    scores: scores.map(id => item(id)?.querySelector('output').textContent ?? ''),
    bands: scores.map(id => band(id)?.textContent ?? ''),
    results: all('[data-result]').map(each => each.dataset.result),
    texts: texts.map(id => item(id) && letter(id)),
    passes: all('[data-pass]').length > 0,
  };
}"""
IS_TOUCHED = """() => [...document.querySelectorAll('.wl-form [name]')].some(field => {
  if (/radio|checkbox/.test(field.type)) return field.checked !== field.defaultChecked;
  const options = [...(field.options ?? [])];
  const first = options.find(each => each.defaultSelected) ?? options[0];
  return field.value !== (first ? first.value : field.defaultValue);
})"""
BLANK = """() => {
  const form = document.querySelector('.wl-form');
  form.reset();
  form.querySelector('[name]').dispatchEvent(new Event('input', {bubbles: true}));
}"""
ANSWERED = """texts => {
  const fields = [...document.querySelectorAll('.wl-form [name]')];
  const given = fields.filter(field => !/radio|checkbox/.test(field.type) || field.checked);
  const found = given.map(field => field.value).filter(Boolean);
  return JSON.stringify(found.sort()) === JSON.stringify(texts);
}"""
"""By their texts: rows are counted anew where the file leaves one out."""


@cache
def worksheets() -> Mapping[str, Worksheet]:
    """The guide's worksheets, those of every field type and the ten of the manual's page about
    conditions, by `guide/id`, `type/id` and `conditions/id`."""
    found = {f"guide/{name}": each for name, each in real().items()}
    for name in examples():
        with TemporaryDirectory() as folder:
            found[name] = example(Path(folder), name).by_id[called(name)]
    for stem, text in ten().items():
        with TemporaryDirectory() as folder:
            found[f"conditions/{stem}"] = read(Path(folder), **{stem: text}).by_id[stem]
    return found


def seen(tab: Page, worksheet: Worksheet, *, number: int = 0) -> Outcome:
    """What the page shows now in its form of this number."""
    steps = [step.id for step in worksheet.steps]
    items = list(on_screen(worksheet))
    kinds = {name: type(each).__name__ for name, each in on_screen(worksheet).items()}
    scores = [name for name in items if kinds[name] == "Tally"]
    texts = [name for name in items if kinds[name] == "Compose"]
    found: dict[str, Any] = tab.evaluate(SEEN, [number, items, steps, scores, texts])
    visible = frozenset(found["visible"])
    return Outcome(
        visible=visible,
        hidden=frozenset({*items, *steps}) - visible,
        scores={
            name: float(text.replace(",", "")) if text else None
            for name, text in zip(scores, found["scores"], strict=True)
        },
        bands={name: _spaced(text) for name, text in zip(scores, found["bands"], strict=True)},
        results=tuple(found["results"]),
        texts={
            name: _spaced(text)
            for name, text in zip(texts, found["texts"], strict=True)
            if text is not None
        },
        passes=found["passes"],
    )


def comparable(found: Outcome) -> Outcome:
    """As pages show it: scores to two decimals, results in no order."""
    scores = {
        name: None if value is None else round(value + 0.0, 2)
        for name, value in found.scores.items()
    }
    return replace(found, scores=scores, results=tuple(sorted(found.results)))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def visit(tab: Page, pages: Pages, *shown: Worksheet) -> None:
    """Open one page with these worksheets, as if their gates were passed."""
    forms = (draw(replace(worksheet, gate="")) for worksheet in shown)
    tab.goto(pages.put("/examples/", page(*forms)))
    tab.locator(LIVE).nth(len(shown) - 1).wait_for()
    tab.wait_for_function("() => globalThis.workleafLogic")  # comes after the forms are alive
    settle(tab)


def settle(tab: Page) -> None:
    """What follows from answers comes with the next frame."""
    tab.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def answer(tab: Page, worksheet: Worksheet, example: Example) -> None:
    """Answer on the worksheet's page: from a file, or by hand where nothing is kept."""
    if worksheet.keep == "never":
        tab.evaluate(BLANK)
        for path, text in example.answers.items():
            _by_hand(tab, path, text)
    elif example.answers:
        _from_a_file(tab, worksheet, example)
    settle(tab)


def _by_hand(tab: Page, path: str, text: str | bool) -> None:
    field = tab.locator(f'[name="{path}"]')
    if isinstance(text, bool):
        field.set_checked(text)
    elif field.first.get_attribute("type") == "radio":
        tab.locator(f'[name="{path}"][value="{text}"]').check()
    elif field.evaluate("each => each.matches('select')"):
        field.select_option(text)
    else:
        field.fill(text)


def _from_a_file(tab: Page, worksheet: Worksheet, example: Example) -> None:
    answers = {**defaults(worksheet), **example.answers}
    data = {
        "format": 1,
        "worksheet": worksheet.id,
        "version": worksheet.version,
        "answers": {path: True if text == "yes" else text for path, text in answers.items()},
    }
    asked = tab.evaluate(IS_TOUCHED)
    tab.locator("[data-wl-file]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(data).encode()}
    )
    if asked:
        tab.get_by_role("button", name=words(worksheet.language)["replace"], exact=True).click()
    texts = sorted("yes" if text is True else str(text) for text in answers.values() if text)
    tab.wait_for_function(ANSWERED, arg=texts)

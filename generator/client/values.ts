// Answers as conditions see them, read from the page: the twin of worksheet/answers.py. Kinds: worksheet/conditions.py.
import type { Value } from "./contract";
import { type Field, fields, isOption, rowsOf, textOf } from "./fields";

type Parts = { [part: string]: Value };

/** How a cell of a row is read; one that does not show is unanswered. */
export type ReadCell = (cell: HTMLElement) => Value;

/** The value of the item or cell at `root`, whose answer path is `path`; null where nothing is answered. */
export function valueOf(root: HTMLElement, path: string, read: ReadCell): Value {
  switch (root.dataset.kind) {
    case "rows":
      return known(rowsOf(root).map((row) => record(row, read)).filter(known));
    case "entries":
      return known(entries(root, read));
    case "cells":
      return known(byName(rowsOf(root), (row) => [row.dataset.row, record(row, read)]));
    default:
      return known(own(root, path));
  }
}

/** The value of what has no rows. */
function own(root: HTMLElement, path: string): Value {
  const found = fields(root).filter((field) => field.name === path || field.name.startsWith(`${path}.`));
  const picked = found.filter(textOf);
  const { kind } = root.dataset;
  if (kind === "order") picked.sort((a, b) => Number(a.value) - Number(b.value));
  switch (kind) {
    case "order":
    case "many":
      return picked.map((field) => choice(field.name.slice(path.length + 1)));
    case "grid":
    case "parts":
      return parts(found, path);
    default:
      return picked[0] ? leaf(picked[0]) : null;
  }
}

/** The answer path of a cell. */
export function cellPath(cell: HTMLElement): string {
  const row = cell.closest<HTMLElement>("[data-row]");
  const item = row?.closest<HTMLElement>("[data-item]");
  return `${item?.dataset.item}.${row?.dataset.row}.${cell.dataset.cell}`;
}

/** Without a prototype: a part may have any name. */
const made = (): Parts => Object.create(null) as Parts;

function byName<Each>(all: Each[], pair: (each: Each) => [name: string | undefined, value: Value]): Parts {
  const found = made();
  for (const each of all) {
    const [name = "", value] = pair(each);
    found[name] = value;
  }
  return found;
}

/** A row by its columns. */
const record = (row: HTMLElement, read: ReadCell): Parts =>
  byName([...row.querySelectorAll<HTMLElement>("[data-cell]")], (cell) => [cell.dataset.cell, read(cell)]);

/** One field's value: a choice, a number or words. */
function leaf(field: Field): Value {
  const text = textOf(field);
  if (!text.trim()) return null;
  if (isOption(field) || field instanceof HTMLSelectElement) return choice(text);
  if (field.type !== "number" && !/decimal|numeric/.test(field.inputMode)) return text;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : null;
}

/** A choice that is written as a number is one. */
const choice = (value: string): Value => (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value);

/** Values by the parts of their names after the item; unanswered ones stand as null. */
function parts(own: Field[], item: string): Parts {
  const found = made();
  for (const field of own) found[field.name.slice(item.length + 1)] ??= leaf(field);
  return found;
}

/** Entries with their dates, oldest first; those of readers without scripts are only numbered. */
const entries = (root: HTMLElement, read: ReadCell): Value[] =>
  rowsOf(root)
    .map((row) => ({ ...record(row, read), date: row.dataset.row ?? "" }))
    .filter(({ date: _date, ...cells }) => known(cells))
    .sort((a, b) => (a.date < b.date ? -1 : 1));

/** The value, or null where no part of it is answered. */
function known(value: Value): Value {
  const some = (each: Value): boolean =>
    each !== null && (typeof each !== "object" || Object.values(each).some(some));
  return some(value) ? value : null;
}

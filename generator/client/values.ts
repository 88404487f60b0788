// Answers as conditions see them, read from the page: the twin of worksheet/answers.py. Kinds: worksheet/conditions.py.
import type { Value } from "./contract";
import { type Field, fields, isOption, textOf } from "./fields";

type Parts = { [part: string]: Value };

/** The value of the item at `root`; null where nothing is answered. */
export function valueOf(root: HTMLElement): Value {
  const item = root.dataset.item ?? "";
  const own = fields(root).filter((field) => field.name === item || field.name.startsWith(`${item}.`));
  const picked = own.filter(textOf);
  const { kind } = root.dataset;
  if (kind === "order") picked.sort((a, b) => Number(a.value) - Number(b.value));
  switch (kind) {
    case "order":
    case "many":
      return known(picked.map((field) => choice(field.name.slice(item.length + 1))));
    case "rows":
      return known(Object.values(parts(own, item)).filter(known));
    case "entries":
      return known(entries(parts(own, item)));
    case "grid":
    case "cells":
    case "parts":
      return known(parts(own, item));
    default:
      return picked[0] ? leaf(picked[0]) : null;
  }
}

/** The value of a column in a row; undefined where the row has none. */
export function cellOf(row: Element, column: string): Value | undefined {
  const own = fields(row).filter((field) => field.name.endsWith(`.${column}`));
  return own.length ? own.reduce<Value>((found, field) => found ?? leaf(field), null) : undefined;
}

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
  // Without a prototype: a part may have any name.
  const made = (): Parts => Object.create(null) as Parts;
  const found = made();
  for (const field of own) {
    const [part = "", column] = field.name.slice(item.length + 1).split(".");
    const at = column ? ((found[part] ??= made()) as Parts) : found;
    at[column ?? part] ??= leaf(field);
  }
  return found;
}

/** Entries with their dates, oldest first. */
const entries = (rows: Parts): Value[] =>
  Object.keys(rows).sort().filter((date) => known(rows[date] ?? null)).map((date) => ({ ...(rows[date] as Parts), date }));

/** The value, or null where no part of it is answered. */
function known(value: Value): Value {
  const some = (each: Value): boolean =>
    each !== null && (typeof each !== "object" || Object.values(each).some(some));
  return some(value) ? value : null;
}

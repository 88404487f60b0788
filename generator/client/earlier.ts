// Answers of other worksheets as they are kept here: read, never written. The twin of worksheet/answers.py for one item
// and what its conditions name.
import type { Read } from "./conditions";
import type { Tree, Value } from "./contract";
import { keeping } from "./keeping";
import { type Moved, type Named, place } from "./moved";
import { session } from "./session";
import { device } from "./store";

/** A question as the page describes it, so that no other page is needed; what is empty is left out. */
export interface Shape {
  item: string;
  kind: string;
  label?: string;
  unit?: string;
  before?: string;
  after?: string;
  choices?: [value: string, words: string][];
  rows?: [value: string, words: string][];
  columns?: Shape[];
  /** Rows that are there only sometimes: a group for each pick. */
  asked?: [row: string, tree: Tree][];
  /** Of a score. */
  tree?: Tree;
  /** Of a column: when it is asked in a row. */
  show?: Tree;
}

/** A question and all conditions it stands under. */
export interface Place extends Shape {
  shown: Tree[];
}

/** The one interpreter of a page; nothing is known before it has come. */
export const evaluate = (tree: Tree | undefined, read: Read): Value => globalThis.workleafLogic?.evaluate(tree, read) ?? null;

type Row = { [column: string]: Value };
export type Stored = ReadonlyMap<string, string>;

/**
 * What is kept of a worksheet on the device, where the reader chose that, and in this tab; answers that still have
 * older names under those of today.
 */
export async function kept(form: HTMLFormElement, worksheet: string, moved: Moved = {}): Promise<Stored> {
  const site = form.dataset.site ?? "";
  const ids = [worksheet, ...(moved.worksheets ?? [])];
  let found: Named[] = [];
  const keep = keeping(site);
  keep.usual = form.dataset.privacy === "ordinary" ? "device" : "";
  await keep.recall();
  if (keep.choice() === "device") {
    const base = device(site);
    // Without it there is what this tab holds.
    for (const id of ids) found.push(...(await base.load(id).catch(() => [])).filter(({ path, gone }) => path && !gone));
    base.close();
  }
  for (const id of ids)
    for (const [path, [text]] of session(site).load(id)) {
      // What this tab holds is newer; a row that was removed in it takes its answers along.
      found = found.filter((each) => each.worksheet !== id || (text === null ? !each.path.startsWith(`${path}.`) : each.path !== path));
      if (text !== null) found.push({ worksheet: id, path, text, rev: Infinity });
    }
  return new Map(place(found, worksheet, moved).map(({ path, text }) => [path, text]));
}

/** Hands out the values of places; those that do not show are unanswered. */
export function reader(places: readonly Place[], stored: Stored): Read {
  const known = new Map<string, Value>();
  const read: Read = (id) => {
    if (id.endsWith("__other")) return stored.get(id)?.trim() || null;
    if (!known.has(id)) {
      // Unanswered while it is worked out: a circle of conditions ends.
      known.set(id, null);
      const place = places.find(({ item }) => item === id);
      const shown = place?.shown.every((tree) => evaluate(tree, read) === true);
      known.set(id, place && shown ? valueOf(place, stored, read) : null);
    }
    return known.get(id);
  };
  return read;
}

function valueOf(shape: Shape, stored: Stored, read: Read, at = shape.item): Value {
  const text = (path: string): string => stored.get(path)?.trim() ?? "";
  const each = (act: (value: string) => Value): Row => Object.fromEntries((shape.rows ?? []).map(([value]) => [value, act(value)]));
  switch (shape.kind) {
    case "many":
      return list((shape.choices ?? []).map(([value]) => value).filter((value) => text(`${at}.${value}`)));
    case "order":
      return list((shape.choices ?? []).map(([value]) => value).filter((value) => text(`${at}.${value}`)).sort((a, b) => Number(text(`${at}.${a}`)) - Number(text(`${at}.${b}`))));
    case "grid":
      return some(each((row) => choice(text(`${at}.${row}`))));
    case "cells":
      return some(each((row) => (isAsked(shape, row, read) ? cells(shape, `${at}.${row}`, stored, read) : null)));
    case "rows":
    case "entries":
      return listed(shape, at, stored, read);
    case "parts":
      return some(Object.fromEntries((shape.columns ?? []).map((part) => [part.item, text(`${at}.${part.item}`) || null])));
    case "score":
      return evaluate(shape.tree, read);
    case "number":
      return numeral(text(at));
    default:
      return shape.choices ? choice(text(at)) : text(at) || null;
  }
}

function isAsked({ asked }: Shape, row: string, read: Read): boolean {
  const tree = asked?.find(([name]) => name === row)?.[1];
  return tree === undefined || evaluate(tree, read) === true;
}

/** One row; a cell that is not asked there is unanswered. */
function cells(shape: Shape, at: string, stored: Stored, read: Read): Row {
  const columns = (shape.columns ?? []).filter(({ kind }) => kind !== "score");
  const row: Row = Object.fromEntries(columns.map((column) => [column.item, valueOf(column, stored, read, `${at}.${column.item}`)]));
  const known: Row = {};
  const own = (id: string): boolean => Object.prototype.hasOwnProperty.call(row, id);
  const show = (id: string): Tree | undefined => columns.find(({ item }) => item === id)?.show;
  function here(id: string): Value {
    if (!own(id)) return read(id) as Value;
    if (!(id in known)) {
      // Unanswered while it is worked out; what is hidden counts as unanswered for the others too.
      known[id] = null;
      known[id] = show(id) === undefined || evaluate(show(id), here) === true ? row[id]! : null;
    }
    return known[id]!;
  }
  return Object.fromEntries(Object.keys(row).map((id) => [id, here(id)]));
}

function listed(shape: Shape, at: string, stored: Stored, read: Read): Value {
  const own = [...stored.keys()].filter((path) => path.startsWith(`${at}.`)).map((path) => path.slice(at.length + 1).split("."));
  // A path without a column is the mark of a row that was removed.
  const keys = [...new Set(own.filter(([, column]) => column).map(([key]) => key!))].sort(sooner);
  const rows = keys.map((key) => ({ ...cells(shape, `${at}.${key}`, stored, read), ...(shape.kind === "entries" && { date: key }) }));
  return list(rows.filter(({ date: _day, ...row }: Row) => some(row)));
}

/** Rows come by number, then by name; days by date. */
const sooner = (a: string, b: string): number => parseInt(a) - parseInt(b) || (a < b ? -1 : 1);

const list = (found: Value[]): Value => (found.length ? found.map((each) => (typeof each === "string" ? choice(each) : each)) : null);
const some = (row: Row): Row | null =>
  Object.values(row).some((each) => each !== null && (typeof each !== "object" || Array.isArray(each) || some(each))) ? row : null;
const choice = (value: string): Value => (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value || null);

function numeral(text: string): Value {
  const number = Number(text.replace(",", "."));
  return text && Number.isFinite(number) ? number : null;
}

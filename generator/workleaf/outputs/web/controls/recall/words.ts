// An earlier answer in words: text, lists and tables that read, print and can be copied.
import type { Value } from "../../../../../client/contract";
import type { Shape } from "../../../../../client/earlier";
import { format, inWords } from "../../chart/data";
import { html } from "../../chart/svg";

export interface Words {
  lang: string;
  words: Readonly<Record<string, string>>;
  /** What the reader wrote beside "Something else". */
  other: Value;
}

type Record_ = { [key: string]: Value };

/** Columns that a table has room for on a phone. */
const ROOM = 3;

/** The row, column or part of a question that is shown, and what it is called. */
export function inside(shape: Shape, part: string[]): { shape: Shape; label: string } {
  let [found, label] = [shape, shape.label ?? ""];
  for (const key of part) {
    const row = found.rows?.find(([value]) => value === key)?.[1];
    const column = found.columns?.find(({ item }) => item === key);
    if (row !== undefined) {
      found = found.columns ? { item: key, kind: "parts", columns: found.columns } : { item: key, kind: "one", choices: found.choices ?? [] };
      label = row;
    } else if (column) {
      found = { ...column, kind: found.kind === "parts" ? column.kind : `each ${column.kind}` };
      label = column.label ?? label;
    }
  }
  return { shape: found, label };
}

export function render(shape: Shape, value: Value, words: Words): HTMLElement {
  if (shape.kind.startsWith("each ") && value && typeof value === "object")
    return points("ul", Object.values(value).filter((each) => each !== null).map((each) => said({ ...shape, kind: shape.kind.slice(5) }, each, words)));
  switch (shape.kind) {
    case "many":
      return points("ul", several(shape, value, words));
    case "order":
      return points("ol", several(shape, value, words));
    case "grid":
      return grid(shape, value as Record_, words);
    case "cells":
      return rows(shape, (shape.rows ?? []).map(([row, name]) => [name, (value as Record_)[row] as Record_ | null]), words);
    case "rows":
      return rows(shape, (value as Record_[]).map((row, at) => [`${words.words.row ?? ""} ${at + 1}`, row]), words);
    case "entries":
      return rows(shape, (value as Record_[]).map((row) => [inWords(String(row.date), words.lang), row]), words);
    case "parts":
      return parts(shape, value as Record_, words);
    default:
      return html("p", "wl-own-words", said(shape, value, words));
  }
}

const several = (shape: Shape, value: Value, words: Words): string[] =>
  (Array.isArray(value) ? value : []).map((each) => said({ ...shape, kind: "one" }, each, words));

/** One answer in words. */
export function said(shape: Shape, value: Value, words: Words): string {
  if (value && typeof value === "object" && !Array.isArray(value)) return String(value.text ?? "");
  if (Array.isArray(value)) return several(shape, value, words).join(", ");
  if (value === "other" && words.other) return String(words.other);
  const chosen = shape.choices?.find(([each]) => each === String(value))?.[1];
  if (chosen !== undefined) return chosen;
  if (typeof value === "number") return [format(value, words.lang), shape.unit].filter(Boolean).join(" ");
  return shape.kind === "date" ? inWords(String(value), words.lang, "long") : String(value ?? "");
}

function points(kind: "ul" | "ol", texts: string[]): HTMLElement {
  return html(kind, "wl-own-words", ...texts.map((text) => html("li", "", text)));
}

function grid(shape: Shape, value: Record_, words: Words): HTMLElement {
  const answered = (shape.rows ?? []).filter(([row]) => (value[row] ?? null) !== null);
  return table([], answered.map(([row, name]) => [row === "other" && words.other ? String(words.other) : name, said({ ...shape, kind: "one" }, value[row]!, { ...words, other: null })]));
}

/** Rows as a table; with many columns each row is a list of its own. */
function rows(shape: Shape, all: [string, Record_ | null][], words: Words): HTMLElement {
  const known = all.filter(([, row]) => row && Object.values(row).some((each) => each !== null)) as [string, Record_][];
  const columns = (shape.columns ?? []).filter(({ item }) => known.some(([, row]) => (row[item] ?? null) !== null));
  const cell = (row: Record_, column: Shape): string => ((row[column.item] ?? null) === null ? "" : said(column, row[column.item]!, { ...words, other: null }));
  if (columns.length <= ROOM)
    return table(columns.map(({ label }) => label ?? ""), known.map(([name, row]) => [name, ...columns.map((column) => cell(row, column))]));
  return html("div", "", ...known.map(([name, row]) => html("div", "wl-record", html("p", "wl-plot-label", name), terms(columns.map((column) => [column.label ?? "", cell(row, column)])))));
}

function terms(pairs: [string, string][]): HTMLElement {
  const filled = pairs.filter(([, text]) => text);
  return html("dl", "", ...filled.map(([term, text]) => html("div", "", html("dt", "", term), html("dd", "wl-own-words", text))));
}

function table(head: string[], lines: string[][]): HTMLElement {
  const scoped = (scope: string, text: string): HTMLElement => {
    const made = html("th", "", text);
    made.setAttribute("scope", scope);
    return made;
  };
  const body = lines.map(([name = "", ...cells]) => html("tr", "", scoped("row", name), ...cells.map((text) => html("td", "wl-own-words", text))));
  const top = head.length ? [html("thead", "", html("tr", "", html("td"), ...head.map((text) => scoped("col", text))))] : [];
  return html("table", "wl-figures", ...top, html("tbody", "", ...body));
}

/** The parts of a plan as the sentence they make; other parts under their names. */
function parts(shape: Shape, value: Record_, words: Words): HTMLElement {
  const filled = (shape.columns ?? []).filter(({ item }) => (value[item] ?? null) !== null);
  if (filled.some(({ label }) => label)) return terms(filled.map((part) => [part.label ?? "", said(part, value[part.item]!, words)]));
  return html("p", "", ...filled.flatMap((part) => [`${part.before ?? ""} `, html("span", "wl-own-words", said(part, value[part.item]!, words)), `${part.after ?? ""} `]));
}

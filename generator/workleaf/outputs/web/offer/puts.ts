// What the fields of a question would hold if another answer stood there.
import type { Value } from "../../../../client/contract";
import type { Shape } from "../../../../client/earlier";
import { type Words, said } from "../controls/recall/words";

type Record_ = { [key: string]: Value };
/** The end of a field's name after the question's or the column's, and what it would hold. */
export type Put = [end: string, text: string];
/** A row: by column, or words for the first one. */
export type RowPut = { date?: string; cells?: Record<string, Put[]>; first?: string };

const isRecord = (value: Value): value is Record_ => !!value && typeof value === "object" && !Array.isArray(value);
const known = (value: Value): boolean =>
  value !== null && (typeof value !== "object" || Object.values(value).some((each) => known(each)));

/** An answer as lines of words: one for each choice, row or part. */
export function lines(shape: Shape, value: Value, words: Words): string[] {
  const { kind } = shape;
  const single = { ...shape, kind: kind.startsWith("each ") ? kind.slice(5) : "one" };
  if (isRecord(value) && kind === "grid")
    return (shape.rows ?? []).filter(([row]) => known(value[row] ?? null)).map(([row, name]) => `${name}: ${said(single, value[row] ?? null, words)}`);
  if (isRecord(value) && kind === "cells")
    return (shape.rows ?? []).filter(([row]) => known(value[row] ?? null)).map(([row, name]) => `${name}: ${inRow(shape, value[row] as Record_, words)}`);
  if (isRecord(value) && kind === "parts") return [sentence(shape, value, words)];
  if (isRecord(value) && kind.startsWith("each ")) return Object.values(value).filter(known).map((each) => said(single, each, words));
  if (Array.isArray(value)) return value.filter(known).map((each) => (isRecord(each) ? inRow(shape, each, words) : said(single, each, words)));
  return known(value) ? [said(shape, value, words)] : [];
}

/** A row's answers, one after the other. */
function inRow(shape: Shape, row: Record_, words: Words): string {
  const cells = (shape.columns ?? []).filter(({ item }) => known(row[item] ?? null)).map((column) => lines(column, row[column.item] ?? null, words).join(", "));
  const date = typeof row.date === "string" && shape.kind === "entries" ? [said({ item: "date", kind: "date" }, row.date, words)] : [];
  return [...date, ...cells].join(", ");
}

/** A plan as the sentence it makes. */
function sentence(shape: Shape, value: Record_, words: Words): string {
  const parts = (shape.columns ?? []).filter(({ item }) => known(value[item] ?? null));
  return parts.map((part) => [part.before ?? part.label, said(part, value[part.item] ?? null, words), part.after].filter(Boolean).join(" ")).join(" ");
}

/** What a cell or a single question would hold. */
function single(value: Value): Put[] {
  if (Array.isArray(value)) return value.map((each): Put => [`.${String(each)}`, "yes"]);
  if (isRecord(value)) return Object.entries(value).filter(([, each]) => known(each)).map(([part, each]): Put => [`.${part}`, String(each)]);
  return value === null ? [] : [["", String(value)]];
}

/** What the fields of a question of this kind would hold. */
export function puts(kind: string, shape: Shape, value: Value, words: Words, separator: string): Put[] {
  switch (kind) {
    case "text":
      return [["", lines(shape, value, words).join(separator)]];
    case "order":
      return (Array.isArray(value) ? value : [value]).map((each, at): Put => [`.${String(each)}`, String(at + 1)]);
    case "many":
      return single(Array.isArray(value) ? value : [value]);
    case "cells":
      return isRecord(value) ? Object.entries(value).flatMap(([row, cells]) => (isRecord(cells) ? byColumn(cells).map(([end, text]): Put => [`.${row}${end}`, text]) : [])) : [];
    default:
      return single(value);
  }
}

const byColumn = (row: Record_): Put[] => Object.entries(row).flatMap(([column, value]) => single(value).map(([end, text]): Put => [`.${column}${end}`, text]));

/** The rows that a table would have more; columns that it does not know are left to its first. */
export function rowPuts(shape: Shape, value: Value, words: Words): RowPut[] {
  const rows = isRecord(value) && shape.kind === "cells" ? Object.values(value) : Array.isArray(value) ? value : null;
  if (!rows?.some(isRecord)) return lines(shape, value, words).map((first) => ({ first }));
  const [column] = shape.columns ?? [];
  return rows.filter(isRecord).filter(known).map((row) => ({
    ...(typeof row.date === "string" && { date: row.date }),
    cells: Object.fromEntries(Object.entries(row).map(([name, each]) => [name, single(each)])),
    first: column ? lines(column, row[column.item] ?? null, words).join(", ") : "",
  }));
}

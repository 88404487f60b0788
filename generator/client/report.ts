// The answers of a form in words, in reading order: what a copy to read holds, whatever its format.
// Left out: hidden questions, what is kept nowhere, gates, and what nobody answered.
import { dayInWords, today } from "./days";
import { byWords, said } from "./said";
import { allowed } from "./keeping";
import { line } from "./letters";
import { rowsOf } from "./fields";

/** One line of a table of all answers. */
export interface Answer {
  path: string;
  question: string;
  answer: string;
}

export type Part =
  | { kind: "heading"; words: string; level: number }
  | { kind: "question" | "name" | "text"; words: string }
  | { kind: "list"; items: string[]; ordered: boolean }
  | { kind: "table"; head: string[]; rows: string[][] };

export interface Report {
  title: string;
  date: string;
  language: string;
  direction: string;
  parts: Part[];
  answers: Answer[];
}

interface Cell {
  path: string;
  question: string;
  answer: string;
  plain: string;
}
interface Row {
  name: string;
  cells: Cell[];
}

/** More columns than this do not fit a page; then each row stands by itself. */
const WIDEST = 5;

export function report(form: HTMLFormElement): Report {
  const { title = "" } = JSON.parse(form.querySelector(".wl-data")?.textContent || "{}") as { title?: string };
  const made: Report = { title, date: dayInWords(today(), form.lang), language: form.lang, direction: form.dir, parts: [], answers: [] };
  for (const step of form.querySelectorAll<HTMLElement>("[data-step]")) {
    heading(step, 2, made);
    for (const root of step.querySelectorAll<HTMLElement>("[data-item]")) if (isTold(root)) tell(root, made);
  }
  made.parts = made.parts.filter((part, at, all) => part.kind !== "heading" || !isBare(part.level, all[at + 1]));
  return made;
}

/** A heading over nothing. */
const isBare = (level: number, next: Part | undefined): boolean => !next || (next.kind === "heading" && next.level <= level);

/** It stands on the page, for everybody who may read the copy. */
const isTold = (root: HTMLElement): boolean => !root.closest("[hidden], .wl-paper-only") && allowed(root) !== "never";

function heading(root: HTMLElement, level: number, { parts }: Report): void {
  const words = root.querySelector(":scope > :is(h2, h3, h4, h5)");
  if (words) parts.push({ kind: "heading", words: line(words).trim(), level });
}

function tell(root: HTMLElement, made: Report): void {
  const path = root.dataset.item ?? "";
  // What belongs to another question, such as the date of a signature, is told with it.
  if (root.parentElement?.closest("[data-kind]")) return;
  const question = byWords(root);
  switch (root.dataset.kind) {
    case "grid":
      return table(question, gridRows(root, path), made);
    case "rows":
    case "cells":
    case "entries":
      return table(question, cellRows(root, made.language), made);
  }
  if (root.matches("section")) return heading(root, 3, made);
  const found = said(root, path, made.language);
  if (!found) return;
  made.parts.push({ kind: "question", words: question });
  if (found.shape === "text") made.parts.push({ kind: "text", words: found.items.join("\n") });
  else made.parts.push({ kind: "list", items: found.items, ordered: found.shape === "order" });
  made.answers.push({ path, question, answer: found.plain });
}

/** Rows of choices: what was chosen in each. */
function gridRows(root: HTMLElement, path: string): Row[] {
  return [...root.querySelectorAll<HTMLElement>("tbody tr")].flatMap((row) => {
    const chosen = row.querySelector<HTMLInputElement>(":checked");
    const head = row.querySelector("th");
    if (!chosen || !head) return [];
    const own = head.querySelector("input")?.value.trim();
    const answer = byWords(chosen.closest("label")!);
    const cell = { path: chosen.name.startsWith(path) ? chosen.name : path, question: "", answer, plain: answer };
    return [{ name: own || byWords(head), cells: [cell] }];
  });
}

/** Rows of cells; dated ones oldest first. */
function cellRows(root: HTMLElement, language: string): Row[] {
  const dated = root.dataset.kind === "entries";
  const rows = rowsOf(root).filter((row) => !row.hidden);
  if (dated) rows.sort((a, b) => ((a.dataset.row ?? "") < (b.dataset.row ?? "") ? -1 : 1));
  return rows.flatMap((row) => {
    const head = row.querySelector("th, legend");
    const name = dated ? dayInWords(row.dataset.row ?? "", language) : head ? line(head).trim() : "";
    const cells = [...row.querySelectorAll<HTMLElement>("[data-cell]")].map((cell) => one(cell, root, row, language));
    return cells.some(({ answer }) => answer) ? [{ name, cells }] : [];
  });
}

function one(cell: HTMLElement, root: HTMLElement, row: HTMLElement, language: string): Cell {
  const path = `${root.dataset.item}.${row.dataset.row}.${cell.dataset.cell}`;
  const found = isTold(cell) ? said(cell, path, language) : null;
  return { path, question: byWords(cell), answer: found?.items.join(", ") ?? "", plain: found?.plain ?? "" };
}

function table(question: string, rows: Row[], { parts, answers }: Report): void {
  if (!rows.length) return;
  const head = rows[0]!.cells.map((cell) => cell.question);
  parts.push({ kind: "question", words: question });
  if (head.length <= WIDEST) {
    parts.push({ kind: "table", head: head.some(Boolean) ? ["", ...head] : [], rows: rows.map(({ name, cells }) => [name, ...cells.map(({ answer }) => answer)]) });
  } else {
    for (const { name, cells } of rows) {
      const told = cells.filter(({ answer }) => answer);
      parts.push({ kind: "name", words: name }, { kind: "list", items: told.map((cell) => `${cell.question}: ${cell.answer}`), ordered: false });
    }
  }
  for (const { name, cells } of rows)
    for (const cell of cells)
      if (cell.plain) answers.push({ path: cell.path, question: [question, name, cell.question].filter(Boolean).join(" · "), answer: cell.plain });
}

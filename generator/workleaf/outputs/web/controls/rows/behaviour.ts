// Rows that come and go: those of a table with numbers, entries of a tracker with dates.
import type { Behaviour } from "../../../../../client/contract";
import { startCells } from "../../cells";

const BLANK = "__row__";
const NAMES = ["id", "name", "for", "aria-labelledby", "aria-describedby"];
const DAY = /^\d{4}-\d\d-\d\d$/;

export const behaviour: Behaviour = (root, sheet) => {
  const find = <Found extends HTMLElement>(name: string): Found | null => root.querySelector<Found>(`[data-wl-${name}]`);
  const blank = find<HTMLTemplateElement>("row");
  const list = find("rows");
  // Rows with fixed names stay as they are.
  if (!blank || !list) return;
  const item = root.dataset.item ?? "";
  const dated = Boolean(root.dataset.every);
  const most = Number(root.dataset.most) || Infinity;
  const [box, add, back, said] = [find<HTMLInputElement>("new"), find("add"), find("undo"), find("removed")];
  let removed: { row: HTMLElement; next: Element | null } | null = null;

  const rows = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-row]")];
  const id = (row: HTMLElement): string => (dated ? row.dataset.row : row.dataset.rowId) ?? "";

  function make(key: string, before: Element | null): HTMLElement | null {
    const row = (blank?.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>("[data-row]");
    if (!row) return null;
    row.dataset.row = BLANK;
    const name = dated ? key : String(rows().length + 1);
    rename(row, item, name, dated ? inWords(key, sheet.form.lang) : name);
    if (!dated) row.dataset.rowId = key;
    for (const each of row.querySelectorAll<HTMLElement>(".wl-live-only")) each.hidden = false;
    list?.insertBefore(row, before);
    startCells(row, sheet);
    return row;
  }

  /** The row with this id, made where it belongs among the others. */
  const row = (key: string): HTMLElement | null =>
    rows().find((each) => id(each) === key) ?? make(key, rows().find((each) => later(id(each), key)) ?? null);

  function tidy(): void {
    const all = rows();
    if (!dated) for (const [index, each] of all.entries()) rename(each, item, String(index + 1), String(index + 1));
    if (add && !dated) add.hidden = all.length >= most;
    // What is left to write in by hand on paper.
    const spare = [...(find("spare")?.querySelectorAll<HTMLElement>("[data-number]") ?? [])];
    for (const each of spare) each.hidden = dated ? all.length > 0 : Number(each.dataset.number) <= all.length;
  }

  function offerBack(words: string): void {
    if (said) said.textContent = words;
    if (back) back.hidden = !words;
  }

  function more(): void {
    if (dated && !DAY.test(box?.value ?? "")) return box?.focus();
    const last = Math.max(0, ...rows().map((each) => parseInt(id(each)) || 0));
    // Random letters: a row that another tab adds at the same moment is another row.
    const made = row(dated ? (box?.value ?? "") : `${last + 1}-${Math.random().toString(36).slice(2, 8)}`);
    offerBack("");
    tidy();
    if (made) focus(made);
  }

  function take(gone: HTMLElement): void {
    removed = { row: gone, next: gone.nextElementSibling };
    gone.remove();
    sheet.forget(item, id(gone));
    tidy();
    offerBack(sheet.words.row_removed ?? "");
    back?.focus();
  }

  function undo(): void {
    if (!removed) return;
    const { row: gone, next } = removed;
    list?.insertBefore(gone, next?.parentNode === list ? next : null);
    offerBack("");
    tidy();
    sheet.changed(gone);
    focus(gone);
  }

  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("button") : null;
    if (!button) return;
    const own = button.closest<HTMLElement>("[data-row]");
    if (button === add) more();
    else if (button === back) undo();
    else if (own && button.hasAttribute("data-wl-remove")) take(own);
  });
  if (dated) {
    // Numbered rows are for readers without scripts; here each entry has its day.
    for (const each of rows()) each.remove();
    if (box) box.value = today();
  }
  tidy();

  function restore(stored: ReadonlyMap<string, string>): void {
    const parts = [...stored.keys()].filter((path) => path.startsWith(`${item}.`)).map((path) => path.slice(item.length + 1).split("."));
    const gone = parts.filter((part) => part.length === 1).map(([key]) => key);
    for (const each of rows()) if (gone.includes(id(each))) each.remove();
    for (const [key = "", column] of parts) if (column && (!dated || DAY.test(key))) row(key);
    tidy();
  }

  return { restore };
};

const focus = (row: HTMLElement): void => row.querySelector<HTMLElement>("input, textarea, select")?.focus();

/** Gives a row another number or date: in its names, its ids and the words that people read. */
function rename(row: HTMLElement, item: string, to: string, words: string): void {
  if (row.dataset.row === to) return;
  const before = `${item}.${row.dataset.row}.`;
  for (const each of row.querySelectorAll("*"))
    for (const name of NAMES) {
      const text = each.getAttribute(name);
      if (text?.includes(before)) each.setAttribute(name, text.split(before).join(`${item}.${to}.`));
    }
  row.dataset.row = to;
  for (const each of row.querySelectorAll("[data-wl-number], [data-wl-date]")) each.textContent = words;
}

/** A date as people of this language say it. */
const inWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

/** The day on the reader's own clock. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Row ids are a number and perhaps letters, or a date. */
function later(a: string, b: string): boolean {
  const order = parseInt(a) - parseInt(b);
  return order ? order > 0 : a > b;
}

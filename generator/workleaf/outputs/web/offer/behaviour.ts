// `from`: what was written in another worksheet is offered while a question is unanswered, and taken over with a press only.
import type { Behaviour, Sheet } from "../../../../client/contract";
import { kept } from "../../../../client/earlier";
import { type Earlier, answer, worker } from "../../../../client/elsewhere";
import { type Field, byPath, defaultOf, fields, put, textOf } from "../../../../client/fields";
import { inside } from "../controls/recall/words";
import { type Put, type RowPut, lines, puts, rowPuts } from "./puts";

/** So many letters of the answer are shown before it is used. */
const PREVIEW = 240;

export const behaviour: Behaviour = (root, sheet) => {
  const item = root.closest<HTMLElement>("[data-item]");
  const source = JSON.parse(root.querySelector(":scope > script")?.textContent || "{}") as Earlier;
  const find = (name: string): HTMLElement | null => root.querySelector(`[data-wl-${name}]`);
  const [question, preview, said] = [find("question"), find("preview"), find("said")];
  if (!item || !question || !preview || !source.worksheet) return;
  const { shape } = inside(source.places[0]!, source.part ?? []);
  let stored: ReadonlyMap<string, string> = new Map();
  let declined = false;

  async function load(): Promise<void> {
    stored = await kept(sheet.form, source.worksheet!, source.moved);
    update();
  }

  function offered(): { value: ReturnType<typeof answer>; words: Parameters<typeof lines>[2] } {
    const work = worker(source, stored);
    const value = answer(source, work, { root, host: root, words: sheet.words });
    return { value, words: { lang: sheet.form.lang || "en", words: sheet.words, other: work(["v", `${source.places[0]!.item}__other`]) } };
  }

  function update(): void {
    const open = !declined && stored.size > 0 && isUnanswered(item!);
    const { value, words } = open ? offered() : { value: null, words: null };
    question!.hidden = value === null;
    if (value === null || !words) return;
    const text = lines(shape, value, words).join("\n");
    const short = text.length > PREVIEW ? `${text.slice(0, PREVIEW).trimEnd()} …` : text;
    if (preview!.textContent !== short) preview!.textContent = short;
  }

  function use(): void {
    const { value, words } = offered();
    if (value === null) return;
    const { kind = "" } = item!.dataset;
    const rows = kind === "rows" || kind === "entries" ? rowPuts(shape, value, words) : [];
    const box = item!.querySelector<HTMLTextAreaElement>("textarea");
    const separator = box && (box.rows > 1 || kind !== "text") ? "\n" : ", ";
    const done = rows.length ? rows.filter((row) => addRow(item!, row, sheet)).length === rows.length : set(item!, item!.dataset.item ?? "", puts(kind, shape, value, words, separator), sheet);
    declined = true;
    update();
    if (said) said.textContent = find(done ? "used" : "partly")?.textContent ?? "";
    fields(item!).find((field) => textOf(field))?.focus();
  }

  find("use")?.addEventListener("click", use);
  find("leave")?.addEventListener("click", () => {
    declined = true;
    update();
    fields(item)[0]?.focus();
  });
  // Another tab may have filled the other worksheet in meanwhile.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && root.isConnected && void load());
  addEventListener("pageshow", ({ persisted }) => persisted && void load());
  sheet.onRefresh(update);
  void load();
};

/** Nothing was written yet. Rows of a table that the page came with do not count: more are added below them. */
function isUnanswered(item: HTMLElement): boolean {
  const rows = item.dataset.kind === "rows";
  return fields(item).every((field) => textOf(field) === (rows ? defaultOf(field) : ""));
}

/** Sets the fields of a question or a row; false where some of it has no place. */
function set(root: HTMLElement, path: string, all: Put[], sheet: Sheet): boolean {
  const groups = byPath(root, (field) => field.name);
  return all.map(([end, text]) => fill(groups.get(path + end), text, sheet)).every(Boolean);
}

function fill(group: Field[] | undefined, text: string, sheet: Sheet): boolean {
  if (!group?.[0]) return false;
  const before = group.map(textOf).join("");
  const fits = put(group, text);
  if (!fits) put(group, before);
  else sheet.changed(group[0]);
  return fits;
}

/** One more row: the first that is blank, else a new one; false where there is no room. */
function addRow(item: HTMLElement, { date, cells = {}, first = "" }: RowPut, sheet: Sheet): boolean {
  const row = item.dataset.kind === "entries" ? entry(item, date) : blank(item);
  if (!row) return false;
  const start = `${item.dataset.item}.${row.dataset.row}`;
  const columns = [...row.querySelectorAll<HTMLElement>("[data-cell]")].map((cell) => cell.dataset.cell ?? "");
  const shared = columns.filter((column) => cells[column]?.length);
  if (!shared.length) return set(row, `${start}.${columns[0]}`, [["", first]], sheet);
  return shared.map((column) => set(row, `${start}.${column}`, cells[column]!, sheet)).every(Boolean);
}

function blank(item: HTMLElement): HTMLElement | undefined {
  const empty = (): HTMLElement | undefined =>
    [...item.querySelectorAll<HTMLElement>("[data-row]")].find((row) => fields(row).every((field) => !textOf(field)));
  const add = item.querySelector<HTMLButtonElement>("[data-wl-add]:not([hidden])");
  if (!empty()) add?.click();
  return empty();
}

function entry(item: HTMLElement, date = ""): HTMLElement | null {
  const found = (): HTMLElement | null => item.querySelector<HTMLElement>(`[data-row="${CSS.escape(date)}"]`);
  const box = item.querySelector<HTMLInputElement>("[data-wl-new]");
  if (!found() && box) {
    const before = box.value;
    box.value = date;
    item.querySelector<HTMLButtonElement>("[data-wl-add]")?.click();
    box.value = before;
  }
  return found();
}

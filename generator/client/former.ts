// Answers of earlier versions of a worksheet: brought to their places of today, shown where they have none.
import { type Moved, type Named, PAST, itemOf, place } from "./moved";
import { allowed } from "./keeping";
import type { Session } from "./session";
import type { Changed, LiveSheet } from "./sheet";
import { fill } from "./status";
import type { Device, Stored } from "./store";

/** A foreign file may bring thousands; where some are deleted, the next ones are shown. */
const MOST = 200;

/** Takes along what the device and the tab hold under older names, all of it or nothing; true where it is of a newer page. */
export async function move(id: string, version: number, moved: Moved, device: Device | null, held: Session): Promise<boolean> {
  let newer = false;
  const worksheets = [id, ...(moved.worksheets ?? [])];
  moveHeld(id, worksheets, moved, held);
  await device?.change(worksheets, (records) => {
    const heads = records.filter(({ path }) => !path);
    // Of a newer version of this page: read only.
    newer = heads.some((head) => (head.version || 0) > version);
    if (newer) return { gone: [], put: [] };
    const placed = place(records.filter(({ path, text }) => path && typeof text === "string"), id, moved);
    const put: Stored[] = placed.filter(isNew(id)).map(({ from, path, text }) => ({ ...from, worksheet: id, path, text }));
    const kept = new Set(placed.filter((each) => !isNew(id)(each)).map(({ from }) => from));
    const gone = records.filter((each) => !kept.has(each) && (each.path ? typeof each.text === "string" : each.worksheet !== id));
    const old = heads.filter(({ worksheet }) => worksheet !== id);
    if (old.length) put.push(heads.reduce((one, other) => (other.rev > one.rev ? other : one)));
    return { gone, put: put.map((each) => ({ ...each, worksheet: id })) };
  });
  return newer;
}

const isNew = (id: string) => ({ from, path, text }: { from: Named; path: string; text: string }): boolean =>
  from.worksheet !== id || from.path !== path || from.text !== text;

function moveHeld(id: string, worksheets: string[], moved: Moved, held: Session): void {
  const found = worksheets.flatMap((worksheet) =>
    [...held.load(worksheet)].map(([path, each]) => ({ worksheet, path, text: each[0] ?? "", rev: 0, each })),
  );
  const placed = place(found, id, moved);
  const kept = new Set(placed.filter((each) => !isNew(id)(each)).map(({ from }) => from));
  for (const each of found) if (!kept.has(each)) held.drop(each.worksheet, each.path);
  for (const each of placed.filter(isNew(id))) held.put(id, each.path, [each.from.each[0] === null ? null : each.text, each.from.each[1]]);
}

/** The answers of a file at their places of today. */
export function settled(answers: ReadonlyMap<string, string>, worksheet: string, id: string, moved: Moved): Map<string, string> {
  const records = [...answers].map(([path, text]) => ({ worksheet, path, text, rev: 0 }));
  return new Map(place(records, id, moved).map(({ path, text }) => [path, text]));
}

/** Shows the answers that have no question or no choice any more, and goes on doing so. */
export function earlierAnswers(live: LiveSheet, changed: Changed): void {
  let shown = "";
  let section: HTMLElement | null = null;
  // Deleted here, until the page is left: they can come back.
  const deleted = new Map<string, string>();

  function draw(): void {
    for (const path of live.kept.keys()) deleted.delete(path);
    const all = [...new Map([...live.kept, ...deleted])];
    const first = all.slice(0, MOST);
    const now = JSON.stringify([all, [...deleted.keys()]]);
    if (now === shown) return;
    shown = now;
    notes(live);
    section ??= makeSection(live);
    section.hidden = !all.length;
    section.querySelector("ul")?.replaceChildren(...first.map(([path, text]) => line(path, text)), ...(all[MOST] ? ["…"] : []));
  }

  function line(path: string, text: string): HTMLElement {
    const { question, answer } = said(path, text, live);
    const { words } = live;
    const removed = deleted.has(path);
    const button = make("button", "wl-button wl-button--quiet wl-live-only", (removed ? words.undo : words.earlier_delete) ?? "");
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", `${button.textContent}: ${question}`);
    button.addEventListener("click", () => {
      if (removed) {
        deleted.delete(path);
        live.kept.set(path, text);
      } else {
        live.kept.delete(path);
        deleted.set(path, text);
      }
      changed(path, removed ? text : "", allowed(live.form));
      draw();
      section?.querySelector<HTMLElement>(`li[data-path="${CSS.escape(path)}"] button`)?.focus();
      live.refresh();
    });
    const found = make("li");
    found.dataset.path = path;
    found.append(make("p", "wl-hint", question), make("p", "", removed ? (words.row_removed ?? "") : answer), button);
    return found;
  }

  live.onRefresh(draw);
  draw();
}

function make(tag: string, name = "", text = ""): HTMLElement {
  const found = document.createElement(tag);
  if (name) found.className = name;
  found.textContent = text;
  return found;
}

function makeSection({ form, words }: LiveSheet): HTMLElement {
  const section = make("section", "wl-former");
  section.append(make("h2", "", words.earlier_title), make("p", "", words.earlier_explained), make("ul"));
  section.querySelector("ul")?.setAttribute("role", "list");
  const foot = form.querySelector(":scope > footer") ?? form.querySelector(".wl-data");
  if (foot) foot.before(section);
  else form.append(section);
  return section;
}

/** Says beside a question that its earlier answer does not fit, until it is answered anew. */
function notes(live: LiveSheet): void {
  const { form, words, kept } = live;
  for (const each of form.querySelectorAll(".wl-former-note")) each.remove();
  for (const [path, text] of [...kept].slice(0, MOST)) {
    const root = path.startsWith(PAST) ? null : item(form, itemOf(path, live.moved));
    if (!root) continue;
    const { answer, offered } = said(path, text, live);
    root.append(make("p", "wl-check wl-former-note", fill(offered ? words.earlier_not_offered : words.earlier_check, { answer })));
  }
}

const item = (form: HTMLElement, id: string): HTMLElement | null => form.querySelector(`[data-item="${CSS.escape(id)}"]`);
const plain = (name: string): string => name.replace(/_+/g, " ").trim();

/** An earlier answer in words; `offered`: it was picked from choices. */
function said(path: string, text: string, { form, moved }: LiveSheet): { question: string; answer: string; offered: boolean } {
  const own = path.replace(/^(_was\.)+/, "");
  const id = itemOf(own, moved);
  const root = item(form, id);
  const label = root?.querySelector("legend, label")?.textContent ?? moved.gone?.[id];
  // Rows that come and go have numbers for names; dates say something.
  const parts = own.split(".").slice(1).filter((part) => !/^\d{1,3}(-[a-z0-9]+)?$/.test(part));
  const known = (value: string): string | undefined =>
    moved.dropped?.[id]?.[value] ?? moved.dropped?.[own.replace(/\.[^.]*\./, ".")]?.[value] ?? optionOf(root, id, value);
  const chosen = text === "yes" && parts.length === 1 && parts[0] !== undefined;
  const picked = chosen ? parts[0]! : text;
  const isValue = /^[a-z0-9][a-z0-9_]*$/.test(picked);
  const words = known(picked) ?? (isValue && (chosen || !root) ? plain(picked) : picked);
  const where = chosen ? "" : parts.map((part) => known(part) ?? plain(part)).join(", ");
  return {
    question: (label ?? plain(id)).trim().replace(/\s+/g, " ") || plain(id),
    answer: where ? `${where}: ${words}` : words,
    offered: isValue && /^(one|many|order|grid)$/.test(root?.dataset.kind ?? ""),
  };
}

/** The words of a choice that still stands there. */
function optionOf(root: HTMLElement | null, id: string, value: string): string | undefined {
  const inputs = root?.querySelectorAll<HTMLInputElement>("input[type=radio], input[type=checkbox]") ?? [];
  const found = [...inputs].find((each) => (each.type === "radio" ? each.value === value : each.name === `${id}.${value}`));
  return found?.labels?.[0]?.textContent?.trim().replace(/\s+/g, " ") || undefined;
}

globalThis.workleafFormer = { move, settled, earlierAnswers };

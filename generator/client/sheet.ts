// One form, alive: its answers, what they mean, and what follows from them.
import { type Answers, answersOf } from "./answers";
import { behaviours } from "./behaviours";
import { evaluate } from "./conditions";
import type { Alive, Sheet, Tree, Value } from "./contract";
import { type Field, fields, pathOf, textOf, together } from "./fields";
import { isPassed, stop } from "./gate";
import { type Keep, allowed } from "./keeping";
import { type Working, isShown, refresh } from "./refresh";
import { cellOf, valueOf } from "./values";

export interface LiveSheet extends Sheet, Working, Pick<Answers, "fresh" | "kept" | "fill"> {
  /** Brings the page to its answers, at the next frame. */
  refresh(): void;
  /** Puts these answers in the place of all others; where they are silent, the page's own stand. */
  replace(stored: ReadonlyMap<string, string>): void;
  /** All answers by storage path; cleared defaults are empty texts. */
  answers(): Map<string, string>;
  field(path: string): Field | undefined;
}

/** What saving wants to know: null is a removed row, `most` what the answer's surroundings allow. */
export type Changed = (path: string, text: string | null, most: Keep) => void;

export function sheet(form: HTMLFormElement, gate: LiveSheet | null, tell?: Changed): LiveSheet {
  const data = JSON.parse(form.querySelector(".wl-data")?.textContent || "{}") as Partial<Pick<Sheet, "trees" | "words">>;
  const { fresh, kept, at, stale, all, fill, whole } = answersOf(form);
  const acts: (() => void)[] = [];
  const alive: Alive[] = [];
  let values = new Map<string, Value>();
  let frame = 0;
  const item = (id: string): HTMLElement | null => form.querySelector(`[data-item="${CSS.escape(id)}"]`);

  function value(id: string): Value {
    const known = values.get(id);
    if (known !== undefined) return known;
    // Unanswered while it is worked out: a condition can never chase its own tail.
    values.set(id, null);
    const root = item(id);
    const found = root && isShown(root, live) ? valueOf(root) : null;
    values.set(id, found);
    return found;
  }

  function work(): void {
    frame = 0;
    values = new Map();
    refresh(live);
    for (const act of acts) act();
  }

  function changed(element: Element): void {
    const own = isField(element) ? [element] : fields(element);
    if (!own.every((field) => at(pathOf(field)).includes(field))) stale();
    for (const path of new Set(own.map(pathOf))) {
      const group = at(path);
      kept.delete(path);
      if (group[0]) tell?.(path, together(group, textOf), allowed(group[0]));
    }
    live.refresh();
  }

  const live: LiveSheet = {
    form,
    id: form.dataset.worksheet ?? "",
    trees: data.trees ?? [],
    words: data.words ?? {},
    kept,
    fresh,
    value,
    changed,
    answers: all,
    evaluate: (tree: Tree) => evaluate(tree, value),
    worth(number, place) {
      const row = place.closest("[data-row]");
      return evaluate(live.trees[Number(number)] ?? null, (id) => (row && cellOf(row, id)) ?? value(id));
    },
    onRefresh: (act) => void acts.push(act),
    passed: () => (gate ? isPassed(gate) : !form.dataset.gate),
    stopped: () => gate && stop(gate),
    field: (path) => at(path)[0],
    forget(id, row) {
      stale();
      tell?.(`${id}.${row}`, null, allowed(item(id)));
      live.refresh();
    },
    refresh() {
      values = new Map();
      frame ||= requestAnimationFrame(work);
    },
    fill(stored, wanted) {
      for (const each of alive) each.restore?.(stored);
      fill(stored, wanted);
      live.refresh();
    },
    replace(stored) {
      form.reset();
      kept.clear();
      live.fill(whole(stored), () => true);
    },
  };
  begin(live, alive);
  return live;
}

/** Starts what stands in the form, and listens. */
function begin(live: LiveSheet, alive: Alive[]): void {
  const { form } = live;
  for (const root of form.querySelectorAll<HTMLElement>("[data-control]")) {
    const found = behaviours[root.dataset.control ?? ""]?.(root, live);
    if (found) alive.push(found);
  }
  form.addEventListener("input", ({ target }) => {
    if (isField(target) && target.name) live.changed(target);
  });
  // A check waits for the reader to leave the box.
  form.addEventListener("focusout", () => live.refresh());
  // Enter in a box would send the answers away in an address.
  form.addEventListener("submit", (event) => event.preventDefault());
}

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

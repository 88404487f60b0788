// One form, alive: its answers, what they mean, and what follows from them.
import { behaviours } from "./behaviours";
import type { Alive, Sheet, Tree } from "./contract";
import { type Field, byPath, defaultOf, fields, numberRows, pathOf, put, rowPaths, textOf, together } from "./fields";
import { isPassed, stop } from "./gate";
import { type Keep, allowed } from "./keeping";
import { type Logic, former, logic, more } from "./later";
import type { Moved } from "./moved";
import { reading } from "./reading";
import type { Working } from "./refresh";

export interface LiveSheet extends Sheet, Working {
  /** Brings the page to its answers, at the next frame. */
  refresh(): void;
  /** Fills stored answers in, as far as they are wanted. */
  fill(stored: ReadonlyMap<string, string>, wanted: (path: string) => boolean): void;
  /** The answers that the page came with. */
  readonly fresh: ReadonlyMap<string, string>;
  /** Puts these answers in the place of all others; where they are silent, the page's own stand. */
  replace(stored: ReadonlyMap<string, string>): void;
  /** All answers by storage path; cleared defaults are empty texts. */
  answers(): Map<string, string>;
  /** Answers that no question of this worksheet asks for: kept, never dropped. */
  readonly kept: Map<string, string>;
  /** Where answers belong that were saved under older names. */
  readonly moved: Moved;
  readonly former: typeof former;
  field(path: string): Field | undefined;
}

/** What saving wants to know: null is a removed row, `most` what the answer's surroundings allow. */
export type Changed = (path: string, text: string | null, most: Keep) => void;

export function sheet(form: HTMLFormElement, gate: LiveSheet | null, tell?: Changed): LiveSheet {
  const data = JSON.parse(form.querySelector(".wl-data")?.textContent || "{}") as Partial<Pick<LiveSheet, "trees" | "words" | "moved">>;
  const kept = new Map<string, string>();
  const giveWay = givingWay(kept, form, tell);
  const acts: (() => void)[] = [];
  const alive: Alive[] = [];
  let index: Map<string, Field[]> | null = null;
  let frame = 0;
  let work: Logic | undefined;
  let latest: ReadonlyMap<string, string> = new Map();

  numberRows(form);
  const fresh = new Map([...byPath(form)].map(([path, group]) => [path, together(group, defaultOf)]));

  const groups = (): Map<string, Field[]> => (index ??= byPath(form));

  const read = reading(form, {
    item: (root) => !!work?.isShown(root, live),
    holds: (number, place) => live.worth(number, place) === true,
  });

  function follow(): void {
    frame = 0;
    read.forget();
    work?.refresh(live);
    for (const act of acts) act();
  }

  function changed(element: Element): void {
    const own = isField(element) ? [element] : fields(element);
    if (!own.every((field) => groups().get(pathOf(field))?.includes(field))) index = null;
    for (const path of new Set(own.map(pathOf))) {
      const group = groups().get(path) ?? [];
      giveWay(path);
      if (group[0]) tell?.(path, together(group, textOf), allowed(group[0]));
    }
    live.refresh();
  }

  const live: LiveSheet = {
    form,
    id: form.dataset.worksheet ?? "",
    trees: data.trees ?? [],
    words: data.words ?? {},
    moved: data.moved ?? {},
    former,
    kept,
    fresh,
    value: read.value,
    changed,
    evaluate: (tree: Tree, place) => work?.evaluate(tree, place ? read.at(place) : read.value) ?? null,
    worth: (index, place) => live.evaluate(live.trees[Number(index)] ?? null, place),
    hears: (elsewhere) => (read.hears(elsewhere), live.refresh()),
    onRefresh: (act) => void acts.push(act),
    passed: () => (gate ? isPassed(gate) : !form.dataset.gate),
    stopped: () => gate && stop(gate),
    field: (path) => groups().get(path)?.[0],
    forget(id, row) {
      index = null;
      for (const path of [...kept.keys()]) if (path.startsWith(`${id}.${row}.`)) giveWay(path);
      tell?.(`${id}.${row}`, null, allowed(form.querySelector(`[data-item="${CSS.escape(id)}"]`)));
      live.refresh();
    },
    refresh() {
      read.forget();
      frame ||= requestAnimationFrame(follow);
    },
    fill(stored, wanted) {
      latest = stored;
      for (const each of alive) each.restore?.(stored);
      index = null;
      for (const [path, text] of stored) {
        if (!wanted(path)) continue;
        const group = groups().get(path);
        kept.delete(path);
        if (!(group && put(group, text)) && text) kept.set(path, text);
      }
      live.refresh();
    },
    replace(stored) {
      form.reset();
      kept.clear();
      const back = [...fresh].filter(([path]) => stored.get(path.slice(0, path.lastIndexOf("."))) !== "");
      const whole = new Map([...back, ...stored]);
      const paths = [...whole.keys()];
      for (const row of rowPaths(form)) if (!paths.some((path) => path.startsWith(`${row}.`))) whole.set(row, "");
      live.fill(whole, () => true);
    },
    answers() {
      index = null;
      const found = new Map(kept);
      for (const [path, group] of groups()) {
        const text = together(group, textOf);
        if (text || together(group, defaultOf)) found.set(path, text);
      }
      return found;
    },
  };

  /** Brings these controls to life, with what is known already. */
  function enliven(known: Logic["behaviours"]): void {
    for (const root of form.querySelectorAll<HTMLElement>("[data-control]")) {
      const found = known[root.dataset.control ?? ""]?.(root, live);
      if (found) alive.push(found);
      found?.restore?.(latest);
    }
  }

  enliven(behaviours);
  sooner(logic, (found) => {
    work = found;
    enliven(found.behaviours);
    live.refresh();
  });
  for (const name of scripts(form)) sooner(() => more(name), (found) => {
    enliven(found);
    live.refresh();
  });
  listen(live);
  return live;
}

/** An answer that found no place here does not end when its question is answered anew. */
function givingWay(kept: Map<string, string>, form: HTMLFormElement, tell?: Changed): (path: string) => void {
  return (path) => {
    const text = kept.get(path);
    if (!text) return;
    let past = `_was.${path}`;
    while (kept.has(past)) past = `_was.${past}`;
    kept.delete(path);
    kept.set(past, text);
    tell?.(past, text, allowed(form));
  };
}

/** The scripts that only this page needs. */
const scripts = (form: HTMLFormElement): Set<string> =>
  new Set([...form.querySelectorAll<HTMLElement>("[data-script]")].map((each) => each.dataset.script ?? ""));

/** What a reader does in a form. */
function listen({ form, changed, refresh }: LiveSheet): void {
  form.addEventListener("input", ({ target }) => {
    if (isField(target) && target.name) changed(target);
  });
  // A check waits for the reader to leave the box.
  form.addEventListener("focusout", refresh);
  // Enter in a box would send the answers away in an address.
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** Hands over a script as soon as it is there. Without it a form is kept and read all the same. */
export function sooner<Found>(ask: () => Promise<Found>, come: (found: Found) => void): void {
  void ask().then(come, () => addEventListener("online", () => void ask().then(come), { once: true }));
}

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

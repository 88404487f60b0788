// Where answers may be kept: the reader's choice, and what a worksheet or field allows.
import { database, key, local, parse, quietly, tab } from "./names";

export type Keep = "device" | "session" | "never";
const ORDER: readonly unknown[] = ["never", "session", "device"];

/** The stricter of the two. */
export const stricter = (a: Keep, b: Keep): Keep => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);

/** What an element and all it stands in allow. */
export function allowed(element: Element | null): Keep {
  if (!element) return "device";
  const keep = element.getAttribute("data-keep");
  return stricter(ORDER.includes(keep) ? (keep as Keep) : "device", allowed(element.parentElement));
}

export interface Keeping {
  /** What holds without a choice: an ordinary site keeps answers on the device. */
  usual: Keep | "";
  /** The reader's choice; empty until there is one. */
  choice(): Keep | "";
  choose(keep: Keep): void;
  /** A killed browser loses localStorage, not the database: there is one only after "Keep". */
  recall(): Promise<void>;
  forget(): void;
}

/** The choice is the reader's, and is itself remembered beyond the tab only after "Keep". */
export function keeping(site: string): Keeping {
  const name = key(site, "keep");
  const found = parse(local, name) ?? parse(tab, name);
  let chosen = (ORDER.includes(found) ? found : "") as Keep | "";
  const made: Keeping = {
    usual: "",
    choice: () => chosen || made.usual,
    choose(keep) {
      chosen = keep;
      for (const storage of keep === "device" ? [local, tab] : [tab])
        quietly(() => storage().setItem(name, JSON.stringify(keep)));
    },
    recall: () =>
      new Promise((resolve) => {
        // It may never answer, as all of it may.
        setTimeout(resolve, 2000);
        const asked = made.choice() ? null : quietly(() => indexedDB.databases());
        if (!asked) return resolve();
        asked.then((all) => all.some((each) => each.name === database(site)) && made.choose("device")).then(() => resolve(), () => resolve());
      }),
    forget() {
      chosen = "";
    },
  };
  return made;
}

/** Asks at the first answer and right after it, where the reader is, without taking the focus. */
export function ask(form: HTMLFormElement, chosen: (keep: Keep) => void): { show(): boolean; hide(): void } {
  const question = form.querySelector<HTMLElement>("[data-wl-keep]");
  let writing: HTMLElement | null = null;
  form.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && !question?.contains(target)) writing = target;
  });
  question?.addEventListener("click", ({ target }) => {
    const keep = (target as Element).closest<HTMLElement>("[data-keep-choice]")?.dataset.keepChoice;
    if (!keep) return;
    question.hidden = true;
    // The pressed button is gone: back to where the reader was writing.
    writing?.focus({ preventScroll: true });
    chosen(keep as Keep);
  });
  return {
    show() {
      if (!question?.hidden) return false;
      question.hidden = false;
      // What touches safety stands first.
      for (let at = writing?.closest("[data-item]"); at; at = at.parentElement?.closest("[data-item]"))
        (at.nextElementSibling?.matches(".wl-beside") ? at.nextElementSibling : at).after(question);
      return true;
    },
    hide() {
      if (question) question.hidden = true;
    },
  };
}

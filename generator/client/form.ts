// One form on a page: its sheet, where its answers are kept, and its files.
import { foot } from "./foot";
import { former } from "./later";
import { askAgain } from "./gate";
import { type Keep, allowed, ask } from "./keeping";
import { printing } from "./print";
import { saver } from "./saving";
import { type LiveSheet, sheet, sooner } from "./sheet";
import type { Site } from "./site";
import { fill, status } from "./status";

export interface Form {
  element: HTMLFormElement;
  words: Record<string, string>;
  flush(): Promise<void>;
  /** The page goes away. */
  leave(): void;
  /** The page comes back from the browser's memory. */
  back(): void;
  /** Another tab saved a worksheet, or with no name deleted everything. */
  hear(worksheet: string): void;
  /** Everything was deleted. */
  clear(): void;
}

/** Shows what was waiting for scripts. */
function wake(form: HTMLFormElement): void {
  form.classList.add("wl-live");
  for (const each of form.querySelectorAll<HTMLElement>(".wl-live-only")) each.hidden = false;
}

/** Brings one worksheet to life, with the gate before it where it has one. */
export function start(element: HTMLFormElement, site: Site): Form {
  const { keeping } = site;
  keeping.usual = element.dataset.privacy === "ordinary" ? "device" : "";
  const gate = startGate(element.dataset.gate);
  const live = sheet(element, gate, changed);
  const { words } = live;
  const news = status(element);
  const keep = saver(live, site, news, {
    replaced: (paths) => mention("differs_elsewhere", paths),
    readable: () => void sync(),
  });
  const question = ask(element, choose);
  gate?.onRefresh(() => live.refresh());
  wake(element);
  printing(element);
  foot(live, news, changed);
  let watched = false;
  live.onRefresh(() => {
    if (watched || !live.kept.size) return;
    watched = true;
    sooner(former, ({ earlierAnswers }) => earlierAnswers(live, changed));
  });

  function changed(path: string, text: string | null, most: Keep): void {
    news.typing();
    keep.changed(path, text, most);
    if (!keeping.choice() && allowed(element) === "device" && question.show()) news.say(words.keep_asked);
  }

  function choose(chosen: Keep): void {
    keeping.choose(chosen);
    // A permission prompt makes sense right after "Keep"; most browsers decide silently.
    if (chosen === "device") navigator.storage?.persist?.().catch(() => false);
    keep.chosen();
    void sync();
  }

  /** Shows what is stored and was not shown yet. */
  async function sync(elsewhere = false): Promise<void> {
    const { stored, fresh, disputed } = await keep.load();
    if (keeping.choice()) question.hide();
    const before = live.answers();
    if (fresh.size) live.fill(stored, (path) => fresh.has(path));
    const differing = [...fresh].filter((path) => before.get(path) !== stored.get(path));
    if (elsewhere) mention("changed_elsewhere", differing.filter((path) => before.has(path)));
    else if (differing.length) news.settled(words.answers_back);
    mention("differs_elsewhere", disputed);
    live.refresh();
  }

  /** Says which questions another tab touched as well. */
  function mention(word: string, paths: string[]): void {
    for (const path of paths) {
      const item = live.field(path)?.closest("[data-item]");
      const question = item?.querySelector("legend, label")?.textContent?.trim().replace(/\s+/g, " ");
      if (question) news.say(fill(words[word], { question }));
    }
  }

  function clear(): void {
    keep.stop();
    question.hide();
    live.replace(new Map());
    if (gate) askAgain(gate);
  }

  void sync();
  return {
    element,
    words,
    clear,
    flush: () => keep.flush(),
    leave: () => keep.leave(),
    back() {
      if (gate) askAgain(gate);
      void sync();
    },
    hear(worksheet) {
      if (worksheet === live.id) void sync(true);
      if (worksheet) return;
      keeping.forget();
      clear();
    },
  };
}

/** A gate is a form of its own: asked at each visit, stored nowhere. */
function startGate(id: string | undefined): LiveSheet | null {
  const before = id && document.querySelector<HTMLFormElement>(`.wl-gate[data-worksheet="${id}"]`);
  if (!before) return null;
  const gate = sheet(before, null);
  wake(before);
  askAgain(gate);
  return gate;
}

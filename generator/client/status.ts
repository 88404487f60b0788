// The one live region of a form: quiet while somebody types, one announcement per pause, lasting problems at once.

/** How long nobody has typed before news is told. */
const PAUSE = 1000;

export type Problem = "storage" | "lost";

export interface Status {
  /** Somebody types: what was said goes, and news waits for a pause. */
  typing(): void;
  /** Says this at the next pause, once. */
  say(text?: string): void;
  /** Where the answers are, now that all of them are there; void with the next key. */
  settled(text?: string): void;
  /** Says this at once, and keeps saying it until it is taken back with an empty text. */
  lasting(problem: Problem, text?: string): void;
}

export function status(form: HTMLFormElement): Status {
  const regions = [...form.querySelectorAll<HTMLElement>("[data-wl-status], [data-wl-status-foot]")];
  const problems = new Map<Problem, string>();
  let news: string[] = [];
  let place = "";
  let timer = 0;

  function show(texts: readonly string[]): void {
    const text = [...problems.values(), ...texts].filter(Boolean).join(" ");
    for (const region of regions) {
      // The same words again would be announced again.
      if (region.textContent !== text) region.textContent = text;
      region.toggleAttribute("data-problem", problems.size > 0);
    }
  }

  function wait(): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!news.length && !place) return;
      show([...news, place]);
      news = [];
    }, PAUSE);
  }

  return {
    typing() {
      place = "";
      show([]);
      wait();
    },
    say(text = "") {
      if (!news.includes(text)) news.push(text);
      wait();
    },
    settled(text = "") {
      place = text;
      wait();
    },
    lasting(problem, text = "") {
      if ((problems.get(problem) ?? "") === text) return;
      if (text) problems.set(problem, text);
      else problems.delete(problem);
      show([]);
    },
  };
}

/** Words with their {blanks} filled. */
export function fill(words: string | undefined, blanks: Record<string, string>): string {
  return (words ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => blanks[name] ?? whole);
}

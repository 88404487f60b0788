// Wording tips under a text put together from answers: shown while its words stand there, at the next pause, never blocking.
import type { Behaviour } from "./contract";
import { clock } from "./days";
import { standing } from "./letters";

/** How long nobody has typed before tips come or go. */
const PAUSE = 1000;

export const tips: Behaviour = (root, { trees, evaluate, onRefresh }) => {
  const letter = root.closest<HTMLElement>("[data-control=compose]");
  const all = [...root.querySelectorAll<HTMLElement>("p")];
  let timer = 0;

  /** The same rule as `has_words` in a condition: its tree, with this text in the place of its item. */
  function stands({ dataset }: HTMLElement, words: string): boolean {
    const tree = dataset.tip === undefined ? null : trees[Number(dataset.tip)];
    const said = !Array.isArray(tree) || evaluate([tree[0]!, ["s", words], ...tree.slice(2)]) === true;
    return said && within(dataset.hours);
  }

  function show(): void {
    const words = standing(letter);
    for (const tip of all) {
      const hidden = !words.trim() || !stands(tip, words);
      if (tip.hidden !== hidden) tip.hidden = hidden;
    }
  }

  onRefresh(() => {
    clearTimeout(timer);
    timer = window.setTimeout(show, PAUSE);
  });
};

/** The device's clock is between two times of day, also over midnight. */
function within(hours = ""): boolean {
  const [from = "", to = ""] = hours.split(" ");
  const now = clock();
  return !hours || (from <= to ? from <= now && now < to : from <= now || now < to);
}

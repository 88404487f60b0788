// An earlier answer, worked out from what is kept here: what a recall shows and what `from` offers.
import type { Tree, Value } from "./contract";
import { type Place, type Stored, evaluate, reader } from "./earlier";
import type { Moved } from "./moved";

/** An earlier answer as the page describes it; without a worksheet it stands in this one. */
export interface Earlier {
  worksheet?: string;
  part?: string[];
  start?: [path: string, text: string][];
  places: Place[];
  /** What became of older names in that worksheet. */
  moved?: Moved;
}

/** Works out trees of the worksheet that an answer stands in. */
export type Work = (tree: Tree) => Value;

/** Where the templates of texts put together stand, and a place on the page to put them together in. */
interface Letters {
  root: Element;
  host: Element;
  words: Readonly<Record<string, string>>;
}

/** For another worksheet, from what is kept of it. */
export function worker({ places, start }: Earlier, stored: Stored | undefined): Work {
  if (!stored?.size) return () => null;
  const read = reader(places, new Map([...(start ?? []), ...stored]));
  return (tree) => evaluate(tree, read);
}

/** The answer's own words, or a text put together from that worksheet's answers. */
export function answer({ worksheet, part, places: [first] }: Earlier, work: Work, letters: Letters): Value {
  const tree = (part ?? []).reduce<Tree>((inner, key) => ["get", inner, key], first!.tree ?? ["v", first!.item]);
  const found = work(tree);
  const name = `${worksheet ?? ""}/${first!.item}`;
  const letter = letters.root.querySelector<HTMLTemplateElement>(`template[data-wl-letter="${name}"]`);
  if (found !== null || !letter) return found;
  const text = first!.shown.every((each) => work(each) === true) ? written(letter, work, letters) : null;
  return text === null ? null : { text };
}

/** Null while none of its blanks is filled. */
function written(letter: HTMLTemplateElement, work: Work, { host, words }: Letters): string | null {
  const made = document.createElement("div");
  made.append(letter.content.cloneNode(true));
  host.append(made);
  const slots = [...made.querySelectorAll<HTMLElement>(".wl-slot")];
  globalThis.workleafLogic?.fillSlots(slots, work, words);
  made.remove();
  const filled = slots.some((slot) => slot.textContent && !slot.querySelector(".wl-blank"));
  for (const blank of made.querySelectorAll(".wl-unseen, [hidden]")) blank.remove();
  for (const blank of made.querySelectorAll(".wl-blank")) blank.replaceWith("…");
  return filled ? [...made.children].map((block) => block.textContent?.replace(/…\./g, "…").trim()).filter(Boolean).join("\n\n") : null;
}

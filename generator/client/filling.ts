// Answers inside texts: the twin of worksheet/filling.py, on the page.
import type { Tree, Value } from "./contract";

/** A part of a paragraph: fixed words (a new line is "\n"), or a slot; null where that is unanswered. */
export interface Piece { text: string | null; slot?: boolean; optional?: boolean }

// Marks inside a sentence, full stops, and what asks, calls out or trails off.
const SOFT = ",;:،؛、，；：";
const STOPS = ".۔。";
const LOUD = "!?…؟！？";
const MARKS = SOFT + STOPS + LOUD;
const ENDED = new RegExp(`[${STOPS}${LOUD}]$`);
const QUOTES = "\"'”’»";

/** A value in a sentence: "a, b and c". Null when it is unanswered, or nothing but marks. */
/** `and` is a pattern: "1, 2 and 3". */
export function phrase(value: Value, and: string): string | null {
  if (typeof value === "number") return numberWords(value);
  if (typeof value === "string") return bare(value) || !value.trim() ? value.trim() : null;
  if (!Array.isArray(value)) return null;
  const said = value.map((each) => phrase(each, and)).filter(Boolean) as string[];
  const last = said.pop() ?? "";
  const [, comma, end] = and.split(/[123]/);
  return said.length ? said.map(bare).join(comma) + end + last : last;
}

/** A number without trailing zeros, at most six decimals. */
function numberWords(value: number): string {
  const text = value.toFixed(6);
  return text.includes("e") ? text : text.replace(/\.?0+$/, "").replace(/^-0$/, "0");
}

/** Without the marks and spaces at its end. */
const bare = (text: string): string => cut(text, MARKS);

/** Without these signs and spaces at its end. */
function cut(text: string, signs: string): string {
  let end = text.length;
  while (end && (signs.includes(text[end - 1]!) || !text[end - 1]!.trim())) end -= 1;
  return text.slice(0, end);
}

const isSilent = ({ slot, text, optional }: Piece): boolean => !!slot && (text === "" || (text === null && !!optional));

/** What each piece of a paragraph says: silent slots go with their space, doubled marks go. */
export function settle(pieces: Piece[]): (string | null)[] {
  const texts = pieces.map(({ text }) => text);
  pieces.forEach((piece, here) => isSilent(piece) && close(texts, pieces, here));
  pieces.forEach(({ slot }, here) => slot && texts[here] && meet(texts, pieces, here));
  return texts;
}

/** Nothing but silent slots is in the paragraph. */
export const isGone = (pieces: Piece[]): boolean =>
  pieces.some(({ slot }) => slot) &&
  pieces.every((piece) => (piece.slot ? isSilent(piece) : !/[\p{L}\p{N}]/u.test(piece.text ?? "")));

type Texts = (string | null)[];

/** Takes the silent slot at `here` out, with its full stop if it is a whole sentence, and with a space beside it. */
function close(texts: Texts, pieces: Piece[], here: number): void {
  texts[here] = "";
  let [before, after] = beside(texts, pieces, here);
  if (begins(texts, pieces, before) && ENDED.test(mark(texts, pieces, after))) {
    shorten(texts, after);
    [before, after] = beside(texts, pieces, here);
  }
  const left = before < 0 ? "\n" : (texts[before] ?? "_").slice(-1);
  const right = after === texts.length ? "\n" : (texts[after] ?? "_")[0]!;
  if (left === "\n" && isFixed(pieces, after)) texts[after] = texts[after]!.trimStart();
  else if (isFixed(pieces, before) && (!right.trim() || MARKS.includes(right))) texts[before] = texts[before]!.trimEnd();
}

/** What says something before and after a place; -1 and the length where nothing does. */
function beside(texts: Texts, pieces: Piece[], here: number): [number, number] {
  let before = here - 1;
  while (texts[before] === "") before -= 1;
  let after = here + 1;
  while (after < texts.length && (texts[after] === "" || isSilent(pieces[after]!))) after += 1;
  return [before, after];
}

const isFixed = (pieces: Piece[], at: number): boolean => !!pieces[at] && !pieces[at]!.slot;

/** What comes after `before` begins a sentence. */
function begins(texts: Texts, pieces: Piece[], before: number): boolean {
  const text = texts[before];
  if (text === undefined) return true;
  if (text !== "" && !isFixed(pieces, before)) return false;
  const kept = text!.trimEnd();
  if (text!.endsWith("\n")) return true;
  return kept ? ENDED.test(kept) : begins(texts, pieces, before - 1);
}

/** The mark that fixed words begin with; empty where they begin with another sign. */
function mark(texts: Texts, pieces: Piece[], at: number): string {
  const first = isFixed(pieces, at) ? texts[at]![0] : "";
  return first && MARKS.includes(first) ? first : "";
}

const shorten = (texts: Texts, at: number): void => void (texts[at] = texts[at]!.slice(1));

/** It needs no full stop: it asks, calls out, trails off, or ends inside quotation marks. */
function isClosed(said: string): boolean {
  const inner = cut(said, QUOTES);
  return inner === said ? /\.\.$/.test(said) || LOUD.includes(said.slice(-1) || " ") : ENDED.test(inner);
}

/** An answer and the mark after it: one closing mark is enough. */
function meet(texts: Texts, pieces: Piece[], here: number): void {
  let after = here + 1;
  while (texts[after] === "") after += 1;
  const next = mark(texts, pieces, after);
  if (!next) return;
  const text = texts[here]!;
  const said = cut(text, SOFT);
  if (STOPS.includes(next) && isClosed(said) && texts[after]![1] !== next) {
    texts[here] = said;
    shorten(texts, after);
  } else texts[here] = bare(text) || text;
}

// ---- on the page

type Leaf = Text | HTMLElement;
interface Block { leaves: Leaf[]; fixed: (string | null)[] }

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, label, legend, th, td, dt, dd, caption, blockquote, div";
const blocks = new WeakMap<Element, Block>();
const blanks = new WeakMap<Element, ChildNode[]>();
const gone = new WeakSet<Element>();
const trees = new WeakMap<Element, Tree[]>();

/** Puts answers into slots, and brings the blank back where there is none. Slots of one paragraph go together. */
export function fillSlots(
  slots: Iterable<HTMLElement>,
  work: (tree: Tree, slot: Element) => Value,
  words: Readonly<Record<string, string>>,
): void {
  const found = new Set([...slots].map((slot) => slot.parentElement?.closest(BLOCKS) ?? slot));
  for (const block of found) fill(block as HTMLElement, work, words.and ?? "1, 2, 3");
}

function fill(block: HTMLElement, work: (tree: Tree, slot: Element) => Value, and: string): void {
  const { leaves, fixed } = known(block);
  const pieces = leaves.map((leaf, at): Piece => {
    if (!isSlot(leaf)) return { text: fixed[at] ?? "" };
    return { text: phrase(work(treeOf(leaf), leaf), and), slot: true, optional: leaf.dataset.optional !== undefined };
  });
  settle(pieces).forEach((text, at) => show(leaves[at]!, text));
  if (isGone(pieces) !== gone.has(block)) {
    block.hidden = !gone.has(block);
    gone[block.hidden ? "add" : "delete"](block);
  }
}

/** The paragraph as it came, before anything was filled in. */
function known(block: Element): Block {
  let made = blocks.get(block);
  if (!made) {
    const leaves = block.matches(".wl-slot") ? [block as HTMLElement] : leavesOf(block);
    const fixed = leaves.map((leaf) => (leaf instanceof Text ? leaf.data : isSlot(leaf) ? null : "\n"));
    blocks.set(block, (made = { leaves, fixed }));
  }
  return made;
}

/** Words, new lines and slots in order; a paragraph inside ends the line and has pieces of its own. */
function leavesOf(node: Node): Leaf[] {
  return [...node.childNodes].flatMap((each): Leaf[] => {
    if (each instanceof Text) return [each];
    if (!(each instanceof HTMLElement) || each.matches(BLOCKS)) return [];
    return each.tagName === "BR" || isSlot(each) ? [each] : leavesOf(each);
  });
}

const isSlot = (leaf: Leaf): leaf is HTMLElement => leaf instanceof HTMLElement && leaf.classList.contains("wl-slot");

function show(leaf: Leaf, text: string | null): void {
  if (leaf instanceof Text) {
    if (leaf.data !== text) leaf.data = text ?? "";
    return;
  }
  leaf.hidden = text === "";
  if (!isSlot(leaf)) return;
  if (!blanks.has(leaf)) blanks.set(leaf, [...leaf.childNodes]);
  if (text === null) leaf.replaceChildren(...blanks.get(leaf)!);
  else if (leaf.textContent !== text || leaf.childElementCount) leaf.textContent = text;
}

/** What a slot asks for: a place in the list that its form carries. */
function treeOf(slot: HTMLElement): Tree {
  const form = slot.closest("form");
  if (!form) return null;
  let list = trees.get(form);
  if (!list) {
    const data = JSON.parse(form.querySelector(".wl-data")?.textContent || "{}") as { trees?: Tree[] };
    trees.set(form, (list = data.trees ?? []));
  }
  return list[Number(slot.dataset.slot)] ?? null;
}

// Conditions and formulas: the twin of worksheet/conditions.py, where every node is described.
import type { Tree, Value } from "./contract";

export type Read = (id: string) => Value | undefined;
type Values = Value[];
type Rows = { [key: string]: Value };
const DEEPEST = 100;

/** What `tree` gives for the answers that `read` hands out. Never throws. */
export function evaluate(tree: Tree | undefined, read: Read, depth = 0): Value {
  if (typeof tree === "boolean") return tree;
  if (!isList(tree)) return num(tree);
  const [name, inside] = tree;
  if (!isText(name) || depth >= DEEPEST) return null;
  const value = (each: Tree | undefined): Value => evaluate(each, read, depth + 1);
  if (name === "each") {
    return inRows(value(inside), (row) => evaluate(tree[2], (id) => (has(row, id) ? row[id] : read(id)), depth + 1));
  }
  const values = tree.slice(1).map(value);
  return has(WORK, name) ? (WORK[name]!(values[0] ?? null, values[1] ?? null, tree, values, read) ?? null) : null;
}

/** `act` on every row of a table or grid; a grid's row without any answer keeps its place. */
function inRows(value: Value, act: (row: Rows) => Value): Value {
  if (isList(value)) return normal(value.filter(isRows).map(act));
  if (!isRows(value)) return null;
  return normal(Object.fromEntries(Object.entries(value).map(([key, row]) => [key, isRows(row) ? act(row) : null])));
}

// ---- single values: the twin of worksheet/values.py

/** A finite number; null for anything else. */
function num(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value + 0 : null;
}

const isList = Array.isArray as (value: unknown) => value is Value[];
const isRows = (value: unknown): value is Rows => typeof value === "object" && !!value && !isList(value);
const has = (rows: object, key: string): boolean => Object.prototype.hasOwnProperty.call(rows, key);
const isText = (value: unknown): value is string => typeof value === "string";
const entries = (rows: Rows, change: (value: Value) => Value): Rows =>
  Object.fromEntries(Object.entries(rows).map(([key, value]) => [key, change(value)]));

/** A value with what is unanswered as null. */
export function normal(value: Value | undefined, depth = 0): Value {
  if (typeof value === "boolean") return value;
  if (isText(value)) return value.trim() ? value : null;
  if (depth > 4 || typeof value !== "object" || value === null) return num(value);
  const inside = isList(value)
    ? value.map((each) => normal(each, depth + 1))
    : entries(value, (each) => normal(each, depth + 1));
  return Object.values(inside).some((each) => each !== null) ? inside : null;
}

/** The single values inside; keys in one order everywhere, because sums round. */
function leaves(value: Value): Values {
  if (isList(value)) return value.flatMap(leaves);
  return isRows(value) ? Object.keys(value).sort().flatMap((key) => leaves(value[key]!)) : [value];
}

const numbers = (values: Values): number[] => leaves(values).filter((leaf) => num(leaf) !== null).map(num) as number[];

function same(one: unknown, other: unknown): boolean {
  return (typeof one === "boolean" || isText(one) || num(one) !== null) && one === other;
}

/** The value of a choice: a number where it is written as one. */
export const choice = (text: string): string | number =>
  /^-?[0-9]+(\.[0-9]+)?$/.test(text) ? (num(Number(text)) ?? text) : text;

/** A number as a reader typed it, with a decimal point or comma. */
export function typedNumber(text: string): number | null {
  const written = text.trim().replace(/,/g, ".");
  return /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/i.test(written) ? num(Number(written)) : null;
}

/** The number of the day of an ISO date; null where there is no such day. */
function day(value: Value): number | null {
  if (!isText(value) || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) || value < "0001") return null;
  const start = Date.parse(`${value}T00:00Z`);
  return start === start && new Date(start).toISOString().startsWith(value) ? start / 864e5 : null;
}

/** Itself when it is a time of day; null for anything else. */
const time = (value: Value): Value => (isText(value) && /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(value) ? value : null);

// ---- sums, counts and trends: the twin of worksheet/series.py

const total = (found: number[], how: unknown): number | null =>
  num(found.reduce((sum, each) => sum + each, 0) / (how === "mean" ? found.length : 1));

const parts = (inside: Value): Values => (typeof inside === "object" && inside ? Object.values(inside) : []);

/** The last `many`; null with fewer. */
function newest<Each>(found: Each[], many: unknown): Each[] | null {
  const wanted = num(many);
  return wanted !== null && Number.isInteger(wanted) && wanted > 0 && wanted <= found.length ? found.slice(-wanted) : null;
}

function rounded(value: number | null, places: number | null): number | null {
  if (value === null || places === null || !Number.isInteger(places) || places < 0 || places > 10) return null;
  const scale = Number(`1e${places}`);
  const near = num(Math.abs(value) * scale);
  return near === null ? null : num((Math.floor(near + 0.5) / scale) * (value < 0 ? -1 : 1));
}

function trend(found: number[] | null): number | null {
  const mean = found && found.length > 1 ? total(found, "mean") : null;
  if (!found || mean === null) return null;
  const middle = (found.length - 1) / 2;
  let above = 0, below = 0;
  found.forEach((each, place) => {
    above += (place - middle) * (each - mean);
    below += (place - middle) * (place - middle);
  });
  return num(above / below);
}

function gap(left: Value, right: Value): number | null {
  const inside = typeof left === "object" && typeof right === "object" && left && right;
  if (inside && isList(left) !== isList(right)) return null;
  const pairs = inside
    ? Object.keys(left).filter((key) => has(right, key)).map((key) => [(left as Rows)[key], (right as Rows)[key]])
    : [[left, right]];
  const known = pairs.filter(([one, other]) => num(one) !== null && num(other) !== null);
  return known.length ? num(Math.max(...known.map(([one, other]) => Math.abs((one as number) - (other as number))))) : null;
}

// ---- whole words in what was written: the twin of worksheet/wording.py

const plain = (text: string): string => text.toLowerCase().normalize().replace(/’/g, "'").replace(/\s+/g, " ");
const texts = (found: unknown): string[] => (isList(found) ? found.filter(isText) : []);
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
const before = (text: string, here: number): string => [...text.slice(Math.max(0, here - 2), here)].pop() ?? "";
const joined = (text: string, here: number): boolean =>
  IN_WORD.test(before(text, here)) && IN_WORD.test(String.fromCodePoint(text.codePointAt(here) ?? 32));

function places(text: string, word: string): [number, number][] {
  const found: [number, number][] = [];
  for (let here = word ? text.indexOf(word) : -1; here >= 0; here = text.indexOf(word, here + 1)) {
    const end = here + word.length;
    if (!joined(text, here) && !joined(text, end)) found.push([here, end]);
  }
  return found;
}

/** How often whole words or phrases stand in a text, in any case; later than the first of `after`, if given. */
export function occurrences(text: string, words: string[], after: string[] = []): number {
  const where = plain(text);
  const begin = Math.min(...after.flatMap((each) => places(where, plain(each)).map(([, end]) => end)));
  return words.flatMap((each) => places(where, plain(each))).filter(([place]) => !after.length || place >= begin).length;
}

// ---- nodes

/** Every choice inside as what the pairs say; words that are empty vanish from lists. */
function exchanged(value: Value, pairs: Tree[][], other: Value): Value {
  if (isList(value)) {
    return value.map((each) => exchanged(each, pairs, other)).filter((each) => each !== "" && each !== null);
  }
  if (isRows(value)) return entries(value, (each) => exchanged(each, pairs, other));
  if (value === "other" && other !== null) return other;
  const pair = pairs.find(([from]) => same(value, from));
  const found = pair ? pair[1] : value;
  return isText(found) ? found : num(found);
}

/** A node's work: its first two values, the node itself, all values. Nothing stands for null. */
type Work = (one: Value, two: Value, tree: Tree[], all: Values, read: Read) => Value | undefined;

const when = (known: boolean, act: () => Value): Value => (known ? act() : null);
const both = (sure: boolean): Work => (one, two) =>
  one === sure || two === sure ? sure : when(one === !sure && two === !sure, () => !sure);
const compared = (holds: (sign: number) => boolean): Work => (one, two) => {
  const ordered = [num, day, time].some((sort) => sort(one) !== null && sort(two) !== null);
  return when(ordered, () => holds(one! > two! ? 1 : one! < two! ? -1 : 0));
};
const equal = (wanted: boolean): Work => (one, two) =>
  when(one !== null && two !== null && !(typeof one === "object" && typeof two === "object"), () => same(one, two) === wanted);
const included = (wanted: boolean): Work => (list, one) =>
  isList(list) && one !== null ? list.some((each) => same(each, one)) === wanted : null;
const counted = (act: (one: number, two: number) => number): Work => (one, two) =>
  when(num(one) !== null && num(two) !== null, () => num(act(one as number, two as number)));
const summed: Work = (_one, _two, tree, all) => {
  const found = numbers(all);
  return when(found.length > 0 && found.length * 2 >= leaves(all).length, () => total(found, tree[0]));
};
const extreme = (pick: (...found: number[]) => number): Work => (_one, _two, _tree, all) => {
  const found = numbers(all);
  return when(found.length > 0, () => pick(...found));
};
const pairs = (tree: Tree[]): Tree[][] =>
  isList(tree[2]) ? (tree[2] as Tree[]).filter((pair): pair is Tree[] => isList(pair) && pair.length === 2) : [];
const answeredIn = (list: Value): Values => (isList(list) ? list.map((each) => normal(each)).filter((each) => each !== null) : []);
const asked = (read: Read, start: string, name: Tree | undefined): Value => (isText(name) ? normal(read(start + name)) : null);

const WORK: { [name: string]: Work } = {
  s: (_one, _two, [, text]) => (isText(text) ? text : null),
  v: (_one, _two, [, name], _all, read) => asked(read, "", name),
  w: (_one, _two, [, worksheet, name], _all, read) => (isText(worksheet) ? asked(read, `w:${worksheet}/`, name) : null),
  theirs: (_one, _two, [, name], _all, read) => asked(read, "theirs:", name),
  get: (inside, _two, [, , key]) => {
    if (!isText(key)) return null;
    if (isRows(inside) && has(inside, key)) return normal(inside[key]);
    const cell = (row: Rows): Value => (has(row, key) ? row[key]! : null);
    // Several choices in each row are one list.
    return isList(inside) ? normal(inside.filter(isRows).flatMap(cell)) : inRows(inside, cell);
  },
  at: (list, _two, [, , place]) => (isList(list) && Number.isInteger(place) ? normal(list[(place as number) - 1]) : null),
  except: (list, _two, [, , without]) =>
    isList(list) && isList(without) ? normal(list.filter((each) => !without.some((value) => same(each, value)))) : list,
  points: (inside, _two, tree) => exchanged(inside, pairs(tree), null),
  words: (inside, _two, tree, all) => exchanged(inside, pairs(tree), all[2] ?? null),
  and: both(false),
  or: both(true),
  not: (one) => (typeof one === "boolean" ? !one : null),
  is: equal(true),
  "is not": equal(false),
  "<": compared((sign) => sign < 0),
  "<=": compared((sign) => sign <= 0),
  ">": compared((sign) => sign > 0),
  ">=": compared((sign) => sign >= 0),
  includes: included(true),
  excludes: included(false),
  "+": counted((one, two) => one + two),
  "-": counted((one, two) => one - two),
  "*": counted((one, two) => one * two),
  "/": counted((one, two) => one / (two || NaN)),
  neg: (one) => when(num(one) !== null, () => num(-one!)),
  answered: (_one, _two, _tree, all) => all.every((each) => normal(each) !== null),
  sum: summed,
  mean: summed,
  min: extreme(Math.min),
  max: extreme(Math.max),
  tally: (_one, _two, [, how, needs], all) => {
    const found = all.slice(2).filter((each) => num(each) !== null) as number[];
    return when(found.length > 0 && found.length >= (num(needs) ?? Infinity), () => total(found, how));
  },
  count: (one) =>
    (typeof one === "object" ? parts(one) : [one]).filter((each) => normal(each) !== null && each !== "not_sure").length,
  count_of: (several, wanted) => when(wanted !== null, () => parts(several).filter((each) => same(each, wanted)).length),
  round: (one, _two, tree) => rounded(num(one), tree.length > 2 ? num(tree[2]) : 0),
  first: (_one, _two, _tree, all) => all.find((each) => each !== null),
  if: (condition, yes, _tree, [, , no]) => (condition === true ? yes : no),
  last: (list, _two, tree) => {
    const found = answeredIn(list);
    return tree.length > 2 ? newest(found, tree[2]) : found[found.length - 1];
  },
  trend: (list, _two, [, , many]) => trend(newest(isList(list) ? numbers(list) : [], many)),
  gap,
  days_between: (one, two) => when(day(one) !== null && day(two) !== null, () => day(two)! - day(one)!),
  has_words: (inside, _two, [, , words, after, more]) =>
    when(inside !== null, () => {
      const found = leaves(inside).filter(isText).map((text) => occurrences(text, texts(words), texts(after)));
      return found.reduce((sum, each) => sum + each, 0) > (num(more) ?? 0);
    }),
};

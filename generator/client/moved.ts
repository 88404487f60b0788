// Where answers belong that were saved under older names: the twin of worksheet/moved.py.

type Names = { [name: string]: string };
type Places = { [place: string]: Names };

/** What became of the names that a worksheet was published with; what is empty is left out. */
export interface Moved {
  worksheets?: string[];
  items?: Names;
  names?: Places;
  cells?: Places;
  texts?: Places;
  gone?: Names;
  dropped?: Places;
}

export interface Named {
  worksheet: string;
  path: string;
  text: string;
  rev: number;
}
export interface Placed<Each> {
  from: Each;
  path: string;
  text: string;
}

/** An answer whose place another one took stands behind this: nobody asks for it any more. */
export const PAST = "_was.";
const BOX = "__";

/** What a page says; a name like `constructor` says nothing. */
const at = <Value>(found: { [name: string]: Value } | undefined, name: string): Value | undefined =>
  found && Object.prototype.hasOwnProperty.call(found, name) ? found[name] : undefined;

/** A part of a path under its name of today, and the end that a box of own words has. */
function renamed(part: string, names: Names | undefined): [string, string] {
  const line = part.indexOf(BOX);
  const name = line < 0 ? part : part.slice(0, line);
  return [at(names, name) ?? name, part.slice(name.length)];
}

/** The path today, and the key of its choices. */
function route(path: string, moved: Moved): [string, string] {
  const [head = "", first, second, ...more] = path.split(".");
  const [item, box] = renamed(head, moved.items);
  const parts = [item + box];
  let choices = box ? "" : item;
  if (first !== undefined) parts.push(renamed(first, at(moved.names, item)).join(""));
  if (second !== undefined) {
    const [cell, own] = renamed(second, at(moved.cells, item));
    parts.push(cell + own, ...more);
    choices = own ? "" : `${item}.${cell}`;
  }
  return [parts.join("."), choices];
}

export const itemOf = (path: string, moved: Moved): string => renamed(path.split(".")[0] ?? "", moved.items)[0];

/** A free path for an answer that gives way. */
export function past(path: string, taken: { has(path: string): boolean }): string {
  let found = PAST + path;
  while (taken.has(found)) found = PAST + found;
  return found;
}

/**
 * Every answer at its place of today. Where two want one place, the worksheet's own goes before one of its earlier
 * id, then the newer one, then the one that stands there; the other is kept as past, unless it says nothing new.
 */
export function place<Each extends Named>(records: readonly Each[], worksheet: string, moved: Moved): Placed<Each>[] {
  const found = records.map((from) => {
    const [path, choices] = route(from.path, moved);
    return { from, path, text: at(at(moved.texts, choices), from.text) ?? from.text };
  });
  const rank = ({ from, path }: Placed<Each>): [boolean, number, boolean] => [from.worksheet === worksheet, from.rev, from.path === path];
  const before = (a: Placed<Each>, b: Placed<Each>): boolean => {
    const [one, other] = [rank(a), rank(b)];
    const differs = one.findIndex((each, index) => each !== other[index]);
    return differs >= 0 && one[differs]! > other[differs]!;
  };
  const first = new Map<string, Placed<Each>>();
  for (const each of found) {
    const known = first.get(each.path);
    if (!known || before(each, known)) first.set(each.path, each);
  }
  const taken = new Map<string, unknown>(found.map(({ path }) => [path, 0]));
  const stay: Placed<Each>[] = [];
  for (const each of found) {
    const winner = first.get(each.path);
    if (winner === each) stay.push(each);
    else if (each.text && each.text !== winner?.text) {
      const path = past(each.path, taken);
      taken.set(path, 0);
      stay.push({ ...each, path });
    }
  }
  return stay;
}

// Answers until this tab is closed: sessionStorage, which carries them from page to page.
import { key, keys, parse, tab } from "./names";

/** An answer, null for a removed row; `waiting` ones move to the device once the reader says so. */
export type Held = [text: string | null, waiting: boolean];

export interface Session {
  load(worksheet: string): Map<string, Held>;
  /** Throws where the browser refuses. */
  put(worksheet: string, path: string, held: Held): void;
  drop(worksheet: string, path: string): void;
  /** All worksheets with answers here. */
  worksheets(): string[];
  clear(): void;
}

export function session(site: string): Session {
  const start = key(site, "answers", "");
  const name = (worksheet: string, path: string): string => `${start}${worksheet}/${path}`;
  const drop = (names: string[]): void => names.forEach((each) => tab().removeItem(each));

  return {
    load(worksheet) {
      const all = name(worksheet, "");
      const held = keys(tab, all).map((each) => [each.slice(all.length), parse(tab, each)] as [string, Held]);
      return new Map(held.filter(([, each]) => Array.isArray(each)));
    },
    put(worksheet, path, held) {
      const at = name(worksheet, path);
      const row = at.slice(0, at.lastIndexOf("."));
      // A removed row takes its answers along; a new answer brings its row back.
      if (held[0] === null) drop(keys(tab, `${at}.`));
      else if ((parse(tab, row) as Held | null)?.[0] === null) drop([row]);
      tab().setItem(at, JSON.stringify(held));
    },
    drop: (worksheet, path) => drop(keys(tab, start).filter((each) => each === name(worksheet, path))),
    worksheets: () => [...new Set(keys(tab, start).map((each) => each.slice(start.length).split("/")[0] ?? ""))],
    clear: () => drop(keys(tab, start)),
  };
}

// What the form's runtime and the behaviours of single controls promise each other.

/** An answer as conditions see it; the kinds are described in worksheet/conditions.py. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** A compiled condition or formula: JSON data. */
export type Tree = null | boolean | number | string | Tree[];

/** One form, alive. */
export interface Sheet {
  readonly form: HTMLFormElement;
  readonly id: string;
  readonly trees: Tree[];
  readonly words: Record<string, string>;
  /** An item's answer; null while it is unanswered or hidden. */
  value(item: string): Value;
  /** What a tree is worth; at a place in a row, the row's columns come first. */
  evaluate(tree: Tree, place?: Element): Value;
  /** A script changed an answer, or all of them inside `element`: save and refresh. */
  changed(element: Element): void;
  /** A row was removed: its stored answers go. `row` is its `data-row-id`. Undo: put the row back, then `changed(row)`. */
  forget(item: string, row: string): void;
  /** Answers of other worksheets have come: what is named `w:worksheet/item` is read there. */
  hears(elsewhere: (id: string) => Value): void;
  /** Runs after any change, once a frame. */
  onRefresh(act: () => void): void;
  /** The gate is passed, or there is none. */
  readonly passed: () => boolean;
  /** The gate's result that stands instead of a message to somebody. */
  readonly stopped: () => Element | null;
}

export interface Alive {
  /**
   * Before answers are filled in: make the rows there must be, and set `data-row-id` on those it makes.
   * `stored` is keyed by storage path: a key `item.row.column` asks for the row whose `data-row-id` is `row`;
   * a key `item.row` (its text is empty) says that this row was removed. Called again with news from another tab.
   * Rows in the page at the start get their number as `data-row-id`; a row that the reader adds gets one from the
   * client, `<number>-<letters>`, so that rows sort by it. Dated entries carry their date in `data-row` alone.
   */
  restore?(stored: ReadonlyMap<string, string>): void;
}

/** Brings one control's markup to life. */
export type Behaviour = (root: HTMLElement, sheet: Sheet) => Alive | void;

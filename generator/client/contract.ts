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
  evaluate(tree: Tree): Value;
  /** A script changed an answer: save it and refresh. */
  changed(element: Element): void;
  /** A row was removed: its stored answers go. */
  forget(item: string, row: string): void;
  /** Runs after any change, once a frame. */
  onRefresh(act: () => void): void;
  /** The gate is passed, or there is none. */
  readonly passed: () => boolean;
  /** The gate's result that stands instead of a message to somebody. */
  readonly stopped: () => Element | null;
}

export interface Alive {
  /** Before answers are filled in: make the rows there must be. */
  restore?(stored: ReadonlyMap<string, string>): void;
}

/** Brings one control's markup to life. */
export type Behaviour = (root: HTMLElement, sheet: Sheet) => Alive | void;

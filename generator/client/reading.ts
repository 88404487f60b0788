// What ids stand for in conditions: answers read from the page, once a change; hidden ones count as unanswered.
import type { Value } from "./contract";
import { cellPath, valueOf } from "./values";

const OTHER = "__other";

export interface Reading {
  value(id: string): Value;
  /** The same at a place: in a row, the row's columns come first. */
  at(place: Element): (id: string) => Value;
  /** Answers have changed. */
  forget(): void;
  /** Answers of other worksheets have come. */
  hears(found: (id: string) => Value): void;
}

/** What the page's conditions say. */
interface Shown {
  /** An item and all it stands in are shown. */
  item(root: HTMLElement): boolean;
  /** The condition of this number holds at a place. */
  holds(index: string, place: Element): boolean;
}

export function reading(form: HTMLElement, shown: Shown): Reading {
  let values = new Map<string, Value>();
  let cells = new Map<Element, Value>();
  // `w:worksheet/item`, `theirs:item`: unknown until somebody tells.
  let elsewhere = (_id: string): Value => null;

  function value(id: string): Value {
    const known = values.get(id);
    if (known !== undefined) return known;
    if (id.includes(":")) return elsewhere(id);
    // Unanswered while it is worked out: a condition can never chase its own tail.
    values.set(id, null);
    // The box of `other` is no item of its own; it stands in the item that offers the choice.
    const box = id.endsWith(OTHER) ? form.querySelector<HTMLInputElement>(`[name="${CSS.escape(id)}"]`) : null;
    const root = box?.closest<HTMLElement>("[data-item]") ?? form.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
    const found = root && shown.item(root) ? (box ? box.value.trim() || null : valueOf(root, id, cell)) : null;
    values.set(id, found);
    return found;
  }

  /** Whether a row or a cell stands there by its own condition. */
  const stands = (element: HTMLElement | null): boolean =>
    element?.dataset.show === undefined || shown.holds(element.dataset.show, element);

  function cell(element: HTMLElement): Value {
    const known = cells.get(element);
    if (known !== undefined) return known;
    cells.set(element, null);
    const stand = stands(element) && stands(element.closest<HTMLElement>("[data-row]"));
    const found = stand ? valueOf(element, cellPath(element), cell) : null;
    cells.set(element, found);
    return found;
  }

  return {
    value,
    at(place) {
      const row = place.closest("[data-row]");
      return (id) => {
        const own = row?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(id)}"]`);
        return own ? cell(own) : value(id);
      };
    },
    hears: (found) => void (elsewhere = found),
    forget() {
      values = new Map();
      cells = new Map();
    },
  };
}

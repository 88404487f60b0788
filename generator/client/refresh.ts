// What depends on answers: which questions and results stand, what checks complain about, what is filled into texts.
import type { Sheet, Value } from "./contract";
import { isTouched } from "./fields";
import { fillSlots } from "./filling";

export interface Working extends Pick<Sheet, "form" | "evaluate" | "words"> {
  /** What the tree of this number is worth at a place: in a row, the row's columns come first. */
  worth(index: string, place: Element): Value;
}

/** Whether the tree of this number is a plain yes; without one nothing stands in the way. */
const holds = (sheet: Working, index: string | undefined, place: Element): boolean =>
  index === undefined || sheet.worth(index, place) === true;

/** An item and all it stands in are shown. */
export function isShown(element: Element, sheet: Working): boolean {
  const at = element.closest<HTMLElement>("[data-show]");
  return !at || (holds(sheet, at.dataset.show, at) && (!at.parentElement || isShown(at.parentElement, sheet)));
}

/** Brings the page to what the answers say; hidden questions keep their answers. */
export function refresh(sheet: Working): void {
  const { form } = sheet;
  for (const each of all(form, "[data-show]")) each.hidden = !holds(sheet, each.dataset.show, each);
  for (const each of all(form, "[data-check]")) complain(each, sheet);
  results(sheet);
  // A letter fills itself: it may have to stay empty, or be the reader's own.
  const slots = all(form, ".wl-slot").filter((slot) => !slot.closest("[data-control=compose], [data-control=recall]"));
  fillSlots(slots, sheet.evaluate, sheet.words);
}

const all = (root: ParentNode, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];

/** A complaint goes at once, and comes only when the reader has left the box. */
function complain(item: HTMLElement, sheet: Working): void {
  const message = all(item, "[data-wl-check]").find((each) => each.closest("[data-check]") === item);
  if (!message) return;
  const fine = sheet.worth(item.dataset.check ?? "", item) !== false;
  const active = document.activeElement;
  const writing = item.contains(active) && active?.matches("textarea, input:not([type=radio], [type=checkbox])");
  if (fine || !writing) message.hidden = fine;
}

/** The first result that holds, and every one that touches safety; none on a blank worksheet.
 * One for safety without a condition comes only where no other does, and one that stands beside
 * several questions is shown at the first that it is for. */
function results(sheet: Working): void {
  const touched = isTouched(sheet.form);
  let found = false;
  let any = false;
  const told = new Set<string | undefined>();
  for (const result of all(sheet.form, "[data-result]")) {
    const safety = result.dataset.safety !== undefined;
    const turn: boolean = safety ? !any || result.dataset.when !== undefined : !found;
    const { result: id } = result.dataset;
    const shown: boolean = touched && turn && !told.has(id) && holds(sheet, result.dataset.when, result);
    result.hidden = !shown;
    if (shown) told.add(id);
    found ||= shown && !safety;
    any ||= shown;
  }
  for (const none of all(sheet.form, "[data-wl-too-few]")) none.hidden = !touched || any;
}

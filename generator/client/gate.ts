// The questions before a worksheet that helps to contact somebody: asked at each visit, never stored.
import type { LiveSheet } from "./sheet";

/** The result that opens the worksheet is shown. */
export const isPassed = (gate: LiveSheet): boolean => !!gate.form.querySelector("[data-pass]:not([hidden])");

/** The result that stands instead of a message; null while the gate is unanswered or passed. */
export const stop = (gate: LiveSheet): Element | null =>
  gate.form.querySelector("[data-result]:not([hidden], [data-pass])");

/** Blanks the gate: at the start, and when the page comes back from the browser's memory. */
export function askAgain(gate: LiveSheet): void {
  gate.form.reset();
  gate.refresh();
}

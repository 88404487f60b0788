// Controls that may stand in a row, for rows that come later than the page.
import type { Behaviour, Sheet } from "../../../client/contract";
import { behaviour as pick } from "./controls/pick/behaviour";
import { behaviour as tally } from "./controls/tally/behaviour";

const behaviours: Record<string, Behaviour | undefined> = { pick, tally };

/** Brings a new row's cells to life; those of rows in the page are started with the page. */
export function startCells(row: HTMLElement, sheet: Sheet): void {
  for (const cell of row.querySelectorAll<HTMLElement>("[data-control]")) behaviours[cell.dataset.control ?? ""]?.(cell, sheet);
}

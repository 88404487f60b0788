// A number worked out from answers, how many of them there are, and what the number means.
import type { Behaviour, Sheet, Tree, Value } from "../../../../../client/contract";
import { fields, textOf } from "../../../../../client/fields";

export const behaviour: Behaviour = (root, sheet) => {
  const output = root.querySelector("output");
  const state = root.querySelector("[data-wl-state]");
  if (!output) return;
  const tree = sheet.trees[Number(output.dataset.tally)] ?? null;
  const parts = (output.dataset.parts ?? "").split(" ").filter(Boolean).map(Number);
  const format = new Intl.NumberFormat(sheet.form.lang, { maximumFractionDigits: 2 });

  sheet.onRefresh(() => {
    const value = inRow(root, sheet, tree);
    const text = typeof value === "number" ? format.format(value) : "";
    // The same words again would be announced again.
    if (output.textContent !== text) output.textContent = text;
    const answered = parts.filter((part) => typeof inRow(root, sheet, sheet.trees[part] ?? null) === "number").length;
    const some = answered > 0 && answered < parts.length ? (sheet.words.tally_some ?? "") : "";
    if (state) state.textContent = some.replace("{answered}", String(answered)).replace("{of}", String(parts.length));
    let found = false;
    for (const band of root.querySelectorAll<HTMLElement>("[data-band]")) {
      const here: boolean = !found && typeof value === "number" && value <= Number(band.dataset.band);
      band.hidden = !here;
      found ||= here;
    }
  });
};

/** A tree's value; in a cell it is worked out for its row, blank rows of a table having none. */
function inRow(root: HTMLElement, sheet: Sheet, tree: Tree): Value {
  const row = root.closest<HTMLElement>("[data-row]");
  const fixed = row?.closest<HTMLElement>("[data-kind=cells]");
  return !row || fixed || fields(row).some(textOf) ? sheet.evaluate(tree, root) : null;
}

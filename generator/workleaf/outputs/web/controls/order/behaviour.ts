// Putting choices in order: Up and Down, places that never clash, rows that stand in their order.
import type { Behaviour } from "../../../../../client/contract";

interface Row {
  row: HTMLElement;
  place: HTMLSelectElement;
}

export const behaviour: Behaviour = (root, sheet) => {
  const list = root.querySelector<HTMLElement>("ol");
  const clear = root.querySelector<HTMLElement>("[data-wl-clear]");
  const rows = [...root.querySelectorAll<HTMLElement>("[data-value]")].flatMap((row): Row[] => {
    const place = row.querySelector("select");
    return place ? [{ row, place }] : [];
  });
  const places = Number(root.dataset.places);
  let shown = rows;

  const number = ({ place }: Row): number => Number(place.value) || Infinity;
  /** Placed ones first; a sort is stable, so the others keep their order. Infinity minus itself is no number. */
  const inOrder = (): Row[] => [...shown].sort((a, b) => number(a) - number(b) || 0);

  function give(each: Row, place: string): void {
    if (each.place.value === place) return;
    each.place.value = place;
    sheet.changed(each.place);
  }

  const isFree = (value: string): boolean => value !== "" && !rows.some(({ place }) => place.value === value);

  /** Brings the rows on the page into order; the focus stays where it is. */
  function update(): void {
    const focus = document.activeElement;
    offer();
    const order = inOrder();
    if (order.some(({ row }, index) => list?.children[index] !== row)) list?.append(...order.map(({ row }) => row));
    if (focus !== document.activeElement && focus instanceof HTMLElement && root.contains(focus)) focus.focus();
    if (clear) clear.hidden = !rows.some(({ place }) => place.value);
  }

  /** Only what was picked in another question, once something was. */
  function offer(): void {
    const picked = root.dataset.from ? sheet.value(root.dataset.from) : null;
    const values = Array.isArray(picked) ? picked.map(String) : null;
    shown = rows.filter(({ row }) => !values || values.includes(row.dataset.value ?? ""));
    for (const each of rows) {
      const off = !shown.includes(each);
      if (off && each.place.value) leave(each);
      each.row.hidden = off;
    }
  }

  /** Takes a place away and closes the gap. */
  function leave(each: Row): void {
    const gone = number(each);
    give(each, "");
    for (const other of rows) if (number(other) > gone && other.place.value) give(other, String(number(other) - 1));
  }

  function move(each: Row, step: number): void {
    const order = inOrder();
    const placed = order.filter(({ place }) => place.value).length;
    const from = order.indexOf(each);
    // Where only some are to be placed, Up takes the next free place.
    const joins = places < rows.length && step < 0 && !each.place.value && placed < places;
    const to = joins ? placed : from + step;
    if (to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(from, 1));
    const given = places < rows.length ? placed + (joins ? 1 : 0) : order.length;
    for (const [index, other] of order.entries()) give(other, index < given ? String(index + 1) : "");
  }

  root.addEventListener("change", ({ target }) => {
    const clash = rows.find(({ place }) => place !== target && place.value && place.value === (target as HTMLSelectElement).value);
    if (clash) give(clash, [...clash.place.options].map(({ value }) => value).find(isFree) ?? "");
    update();
  });
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>("button");
    const each = button && rows.find(({ row }) => row.contains(button));
    if (each) move(each, button.dataset.wlMove === "up" ? -1 : 1);
    else if (button && button === clear) {
      for (const other of rows) give(other, "");
      rows[0]?.place.focus();
    } else return;
    update();
    // Moving an element takes the focus from it.
    if (each) button.focus();
  });
  sheet.onRefresh(update);
};

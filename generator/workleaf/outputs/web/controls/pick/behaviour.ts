// Choices and grids: the box of "Something else", choices that clear the others, "Clear", and a word about too many.
import type { Behaviour } from "../../../../../client/contract";

export const behaviour: Behaviour = (root, sheet) => {
  const all = <Found extends Element = HTMLInputElement>(selector: string, within: Element = root): Found[] => [
    ...within.querySelectorAll<Found>(selector),
  ];
  const most = Number(root.dataset.most) || Infinity;
  const scope = (button: Element): Element => button.closest("tr") ?? root;

  function update(): void {
    const other = root.querySelector("input[value=other]:checked, input[name$='.other']:checked, option[value=other]:checked");
    for (const box of all<HTMLElement>("[data-wl-other]")) box.hidden = !other;
    for (const button of all<HTMLElement>("[data-wl-clear]")) button.hidden = !all(":checked[type=radio]", scope(button)).length;
    for (const word of all<HTMLElement>("[data-wl-most]")) word.hidden = all(":checked").length <= most;
  }

  function set(boxes: HTMLInputElement[]): void {
    for (const box of boxes) {
      box.checked = false;
      sheet.changed(box);
    }
  }

  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "checkbox" && target.checked) {
      const alone = target.hasAttribute("data-exclusive");
      set(all(":checked").filter((box) => box !== target && (alone || box.hasAttribute("data-exclusive"))));
    }
    update();
  });
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("[data-wl-clear]");
    if (!button) return;
    const radios = all("[type=radio]", scope(button));
    set(radios.filter((radio) => radio.checked));
    // The button goes with the answer: the focus would fall to the top of the page.
    radios[0]?.focus();
    update();
  });
  update();
  sheet.onRefresh(update);
};

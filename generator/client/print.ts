// Print: what was written stands there in full, and what paper does not carry is left out.
import { fields, isOption, isTouched } from "./fields";

const WRITING = "textarea:not([hidden]), input:not([type=radio], [type=checkbox], [type=file], [hidden])";

const UNKEPT = "[data-paper=no], [data-keep=never]";

/** Prepares a form for paper whenever the browser prints it. */
export function printing(form: HTMLFormElement): void {
  const undo: (() => void)[] = [];

  function hide(element: HTMLElement): void {
    element.style.setProperty("display", "none", "important");
    undo.push(() => element.style.removeProperty("display"));
  }

  /** A box shows as many lines as it is high, paper needs all of them. */
  function mirror(box: HTMLInputElement | HTMLTextAreaElement): void {
    const written = document.createElement("div");
    written.className = "wl-written";
    written.style.cssText = "white-space: pre-wrap; overflow-wrap: anywhere";
    written.textContent = box.value;
    box.after(written);
    hide(box);
    undo.push(() => written.remove());
  }

  function after(): void {
    for (const act of undo.splice(0)) act();
  }

  addEventListener("beforeprint", () => {
    after();
    for (const box of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(WRITING))
      if (box.value && !box.closest(UNKEPT)) mirror(box);
    // What is kept nowhere is printed as a question without a box.
    for (const field of fields(form)) if (field.closest(UNKEPT)) hide((isOption(field) && field.closest("label")) || field);
    for (const each of form.querySelectorAll<HTMLElement>("[data-item], [data-step], [data-show]"))
      if (isOffPaper(each, form)) hide(each);
  });
  addEventListener("afterprint", after);
}

/** On a blank sheet hidden questions are printed: somebody may need them. On one for reading answers never are. */
function isOffPaper(element: HTMLElement, form: HTMLElement): boolean {
  return isTouched(form) && (!!element.hidden || (form.dataset.paper === "no" && !!element.dataset.item && fields(element).length > 0));
}

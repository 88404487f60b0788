// The switch between light and dark. It takes over the theme's inputs and what the theme keeps of them; the
// theme's own switch draws every page three times as it starts, and keeps a choice that nobody made.
import { quietly } from "./names";

declare global {
  /** The theme's storage, by its own names. */
  var __md_get: ((key: string) => { index?: number } | null) | undefined;
  var __md_set: ((key: string, value: unknown) => void) | undefined;
}

const KEPT = "__palette";
const PARTS = ["media", "scheme", "primary", "accent"];
const AS_THE_DEVICE = "(prefers-color-scheme)";
const part = (option: Element, name: string): string => option.getAttribute(`data-md-color-${name}`) ?? "";
const fits = (option: Element): boolean => matchMedia(part(option, "media")).matches;

/** Shows the colours that were chosen, else those that fit the device, and follows both. */
export function colours(choice: HTMLElement): void {
  const options = [...choice.querySelectorAll("input")];
  // A phone's browser takes the colour of the page's head for its own.
  const header = choice.closest("header") ?? document.body;
  const browser = Object.assign(document.createElement("meta"), { name: "theme-color" });
  document.head.append(browser);
  const chosen = (): HTMLInputElement | undefined => options[quietly(() => globalThis.__md_get?.(KEPT))?.index ?? -1];
  const show = (option: HTMLInputElement | undefined): void => {
    if (!option) return;
    option.checked = true;
    for (const each of options) {
      const label = each.nextElementSibling;
      if (label instanceof HTMLElement) label.hidden = each !== option;
    }
    paint(colour(option, options));
    requestAnimationFrame(() => browser.content = getComputedStyle(header).backgroundColor);
  };
  const follow = (): void => show(chosen() ?? options.find(fits) ?? options[0]);
  const choose = (option: HTMLInputElement): void => {
    show(option);
    const color = Object.fromEntries(PARTS.map((name) => [name, part(option, name)]));
    quietly(() => globalThis.__md_set?.(KEPT, { index: options.indexOf(option), color }));
  };
  choice.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && choose(target));
  choice.addEventListener("keydown", ({ key, target }) => {
    const next = options[(options.findIndex((each) => each === target) + 1) % options.length];
    if (key !== "Enter" || !next) return;
    choose(next);
    next.focus();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
  follow();
}

/** The option whose colours are shown: itself, or what fits the device where it says so. */
function colour(option: HTMLInputElement, options: HTMLInputElement[]): HTMLInputElement {
  if (part(option, "media") !== AS_THE_DEVICE) return option;
  return options.find((each) => each !== option && fits(each)) ?? option;
}

/** Writes only what changes: a written attribute draws the page anew. */
function paint(option: HTMLInputElement): void {
  const { body } = document;
  for (const name of PARTS.filter((each) => part(body, each) !== part(option, each))) {
    body.setAttribute(`data-md-color-${name}`, part(option, name));
  }
}

// Starts what a page has: the exit and deleting on every page, forms where there are any.
import { deleting } from "./delete";
import { exit } from "./exit";
import { type Form, start } from "./form";
import { keepKeys } from "./keys";
import { lines } from "./later";
import { quietly } from "./names";
import { type Site, siteOf } from "./site";

declare global {
  /** The theme's stream of pages, for authors who switch instant loading on. */
  var document$: { subscribe(act: () => void): unknown } | undefined;
}

let forms: Form[] = [];
const flush = (): Promise<unknown> => Promise.all(forms.map((form) => form.flush()));
const here = (element: HTMLElement | null): Site =>
  siteOf(element?.dataset.site ?? "", (worksheet) => forms.forEach((form) => form.hear(worksheet)));

/** Starts what has not been started; safe to call again. */
function startAll(): void {
  forms = forms.filter((form) => form.element.isConnected);
  for (const form of document.querySelectorAll<HTMLFormElement>(".wl-form:not(.wl-live)")) {
    keepKeys(form);
    if (form.dataset.role !== "gate") forms.push(start(form, here(form)));
  }
  // Without a connection all of them stay on the page.
  if (document.querySelector("[data-wl-lines]")) lines().then((start) => start(), () => 0);
  const found = document.querySelector<HTMLElement>("[data-site]");
  if (found) for (const button of document.querySelectorAll<HTMLButtonElement>("[data-wl-delete]")) deleteWith(button, here(found));
}

function deleteWith(button: HTMLButtonElement, site: Site): void {
  const own = quietly(() => JSON.parse(button.dataset.words ?? "{}") as Record<string, string>);
  deleting(button, site.id, { ...forms[0]?.words, ...own }, () => {
    site.keeping.forget();
    for (const form of forms) form.clear();
    site.device.close();
    site.tell("");
  });
}

exit(flush);
document.addEventListener("visibilitychange", () => void flush());
// Before the page is left: a link inside the site is the last moment when a transaction surely completes.
document.addEventListener("click", ({ target }) => target instanceof Element && target.closest("a[href]") && void flush(), true);
addEventListener("pagehide", () => forms.forEach((form) => form.leave()));
addEventListener("pageshow", ({ persisted }) => persisted && forms.forEach((form) => form.back()));
if (globalThis.document$) globalThis.document$.subscribe(startAll);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
else startAll();

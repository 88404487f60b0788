// The buttons below a form: what they start comes later.
import { type Later, exporting, later } from "./later";
import { isTouched } from "./fields";
import type { Changed, LiveSheet } from "./sheet";
import type { Status } from "./status";

/** Brings download, open and print to life. */
export function foot(live: LiveSheet, status: Status, changed: Changed): void {
  const { form, words } = live;
  const find = (name: string): HTMLElement | null => form.querySelector(`[data-wl-${name}]`);
  const ask = (act: (found: Later) => unknown): void =>
    void later().then(act, () => status.say(words.not_loaded));
  const picker = find("file") as HTMLInputElement | null;

  find("download")?.addEventListener("click", () => ask(({ download }) => download(live, status)));
  for (const button of form.querySelectorAll<HTMLElement>("[data-wl-as]"))
    button.addEventListener("click", () => ask(({ give }) => give(live, button.dataset.wlAs ?? "", status, exporting)));
  find("open")?.addEventListener("click", () => picker?.click());
  picker?.addEventListener("change", () => ask(({ open }) => open(live, picker, status, changed)));
  find("print")?.addEventListener("click", () => {
    const notice = form.dataset.privacy === "sensitive" && isTouched(form) && words.print_notice;
    if (!notice) return print();
    ask(async ({ confirm }) => (await confirm(form, notice, words.print, words.cancel)) && print());
  });
}

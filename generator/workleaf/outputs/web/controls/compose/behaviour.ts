// A text put together from answers: filled as they come, copied with a press, or taken over in the reader's own words.
import type { Behaviour } from "../../../../../client/contract";
import { fillSlots } from "../../../../../client/filling";
import { written } from "../../../../../client/letters";

export const behaviour: Behaviour = (root, sheet) => {
  const find = <Found extends HTMLElement>(name: string): Found | null => root.querySelector<Found>(`[data-wl-${name}]`);
  const letter = find("letter");
  if (!letter) return;
  const own = root.querySelector("textarea");
  const [stop, tools, copy, edit, again, back] = [find("stop"), find("tools"), find("copy"), find("edit"), find("again"), find("back")];
  const [count, said, tooLong] = [find("count"), find("said"), find("too-long")];
  const waiting = [...(stop?.childNodes ?? [])];
  const slots = [...letter.querySelectorAll<HTMLElement>(".wl-slot")];
  let standing: Element | null = null;
  let before = "";

  const isOwn = (): boolean => !!own && (own.value !== "" || own === document.activeElement);
  const text = (): string => (own && isOwn() ? own.value : written(letter));

  /** The gate's result in place of the text; nothing is put together then. */
  function hold(): void {
    const result = sheet.stopped();
    if (!stop || (standing === result && !stop.hidden)) return;
    standing = result;
    stop.replaceChildren(...(result ? [...result.cloneNode(true).childNodes] : waiting));
    stop.hidden = false;
  }

  function update(): void {
    const open = sheet.passed();
    fillSlots(slots, open ? sheet.evaluate : () => null, sheet.words);
    if (!open) hold();
    else if (stop) stop.hidden = true;
    const mine = isOwn();
    letter!.hidden = !open || mine;
    if (own) own.hidden = !open || !mine;
    if (tools) tools.hidden = !open;
    if (edit) edit.hidden = mine;
    if (again) again.hidden = !mine;
    const words = open ? text().split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length : 0;
    if (count && root.dataset.words) count.textContent = words ? (sheet.words.word_count ?? "").replace("{count}", String(words)) : "";
    if (tooLong) tooLong.hidden = !(words > Number(root.dataset.words));
  }

  /** Puts words into the reader's own box; none shows the text as it is put together. */
  function take(words: string): void {
    if (!own) return;
    own.value = words;
    sheet.changed(own);
    update();
  }

  copy?.addEventListener("click", () => {
    void copied(text(), root).then((done) => {
      if (said) said.textContent = done ? (sheet.words.copied ?? "") : "";
    });
  });
  edit?.addEventListener("click", () => {
    take(written(letter));
    own?.focus();
  });
  again?.addEventListener("click", () => {
    before = own?.value ?? "";
    take("");
    if (back) back.hidden = false;
    (back ?? edit)?.focus();
  });
  back?.addEventListener("click", () => {
    back.hidden = true;
    take(before);
    own?.focus();
  });
  root.addEventListener("focusout", update);
  root.addEventListener("input", () => said && (said.textContent = ""));
  sheet.onRefresh(update);
};

/** Pages opened from a file or without encryption have no clipboard; there the old way works. */
async function copied(text: string, root: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focus = document.activeElement as HTMLElement | null;
    const box = document.createElement("textarea");
    box.value = text;
    box.className = "wl-unseen";
    root.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    focus?.focus();
    return done;
  }
}

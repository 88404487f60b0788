// A text on the page in plain words, answers in place.

/** The words of the text as they stand: paragraphs apart, blanks as dots that end a sentence too, what is for hearing only left out. */
export function written(root: Element): string {
  const blocks = [...root.querySelectorAll<HTMLElement>("p, li, h2, h3, h4, h5")].filter((each) => !each.closest("[hidden]") && !each.querySelector("p"));
  return blocks.map((each) => line(each).replace(/[ \t]+/g, " ").replace(/…\./g, "…").trim()).filter(Boolean).join("\n\n");
}

/** The words of one paragraph, or of anything in a line. */
export function line(node: Node): string {
  if (node instanceof Text) return node.data.replace(/\n/g, " ");
  if (!(node instanceof HTMLElement)) return "";
  if (node.tagName === "BR") return "\n";
  if (node.hidden || node.matches(".wl-unseen, .wl-needed")) return "";
  return node.classList.contains("wl-blank") ? "…" : [...node.childNodes].map(line).join("");
}

/** What a text put together from answers says now; empty before anything in it is the reader's, or behind a gate. */
export function standing(root: HTMLElement | null): string {
  const own = root?.querySelector("textarea");
  const made = root?.querySelector<HTMLElement>("[data-wl-letter]");
  if (own && !own.hidden) return own.value;
  const slots = [...(made?.querySelectorAll<HTMLElement>(".wl-slot") ?? [])];
  const begun = !slots.length || slots.some((slot) => !slot.hidden && !slot.querySelector(".wl-blank"));
  return made && !made.hidden && begun ? written(made) : "";
}

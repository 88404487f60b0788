// A text on the page in plain words, answers in place.

/** The words of the text as they stand: paragraphs apart, blanks as dots, what is for hearing only left out. */
export function written(root: Element): string {
  const blocks = [...root.querySelectorAll<HTMLElement>("p, li, h2, h3, h4, h5")].filter((each) => !each.closest("[hidden]") && !each.querySelector("p"));
  return blocks.map((each) => line(each).replace(/[ \t]+/g, " ").trim()).filter(Boolean).join("\n\n");
}

/** The words of one paragraph, or of anything in a line. */
export function line(node: Node): string {
  if (node instanceof Text) return node.data.replace(/\n/g, " ");
  if (!(node instanceof HTMLElement)) return "";
  if (node.tagName === "BR") return "\n";
  if (node.hidden || node.classList.contains("wl-unseen")) return "";
  return node.classList.contains("wl-blank") ? "…" : [...node.childNodes].map(line).join("");
}

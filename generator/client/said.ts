// One question's answer in words: choices by their labels, days as people say them, sentences with what fills them.
import { dayInWords, isDay } from "./days";
import { type Field, fields, isOption, textOf } from "./fields";
import { line, standing } from "./letters";

export interface Said {
  items: string[];
  shape: "text" | "list" | "order";
  /** In one line, days as they are written in files. */
  plain: string;
}

/** The words of a question, or of a label. */
export function byWords(root: Element): string {
  const words = root.matches("label, th") ? root : root.querySelector(".wl-label");
  return words ? line(words).replace(/\s+/g, " ").trim() : "";
}

/** What stands at `root`; null where nothing was answered. */
export function said(root: HTMLElement, path: string, language: string): Said | null {
  if (root.dataset.control === "tally") return text(tally(root));
  if (root.dataset.control === "compose") return text(standing(root).trim());
  if (root.dataset.control === "recall") return recalled(root);
  const own = fields(root).filter((field) => field.name === path || field.name.startsWith(`${path}.`));
  const picked = own.filter((field) => textOf(field).trim());
  if (!picked.length) return null;
  switch (root.dataset.kind) {
    case "many":
      return list(picked.map((field) => choice(field, root)), "list");
    case "order":
      return list(picked.sort((a, b) => Number(a.value) - Number(b.value)).map((field) => byWords(field.closest("li")!.querySelector("label")!)), "order");
    case "parts":
      return root.matches(".wl-sentence") ? text(sentence(root)) : parts(picked, language);
    default:
      return single(picked[0]!, root, language);
  }
}

const text = (words: string): Said | null => (words ? { items: [words], shape: "text", plain: words } : null);

function list(items: string[], shape: Said["shape"]): Said {
  const plain = shape === "order" ? items.map((item, at) => `${at + 1}. ${item}`) : items;
  return { items, shape, plain: plain.join(", ") };
}

function single(field: Field, root: HTMLElement, language: string): Said | null {
  if (isOption(field) || field instanceof HTMLSelectElement) return text(choice(field, root));
  const { value, type } = field as HTMLInputElement | HTMLTextAreaElement;
  const unit = root.querySelector(".wl-unit");
  const words = [value.trim(), ...(unit ? [line(unit).trim()] : [])].join(" ");
  const day = type === "date" && isDay(value);
  return { items: [day ? dayInWords(value, language) : words], shape: "text", plain: words };
}

/** A choice by its label; behind "Something else" stands what it is. */
function choice(field: Field, root: HTMLElement): string {
  const label = field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text.trim() ?? "") : byWords(field.closest("label")!);
  const other = field.value === "other" || field.name.endsWith(".other");
  const box = other ? root.querySelector<HTMLInputElement>("[data-wl-other] input") : null;
  return box?.value.trim() ? `${label}: ${box.value.trim()}` : label;
}

/** Parts with their own words in front: the name and the date of a signature. */
function parts(picked: Field[], language: string): Said {
  const lines = (day: (text: string) => string): string[] =>
    picked.map((field) => {
      const part = field.closest("[data-item], .wl-cell");
      const text = textOf(field).trim();
      return `${part ? byWords(part) : ""}: ${isDay(text) ? day(text) : text}`;
    });
  const items = lines((text) => dayInWords(text, language));
  return { items, shape: "text", plain: lines((text) => text).join(", ") };
}

/** A plan: the words around the boxes, and what stands in them. */
function sentence(root: HTMLElement): string {
  const around = root.querySelector(".wl-sentence-line");
  return [...(around?.children ?? [])].map((part) => filled(part)).join(" ").replace(/\s+/g, " ").trim();
}

function filled(node: Node): string {
  if (node instanceof HTMLTextAreaElement || node instanceof HTMLInputElement) return node.value.trim() || "…";
  return node instanceof HTMLElement && node.querySelector("textarea, input") ? [...node.childNodes].map(filled).join("") : line(node);
}

/** Earlier answers, once the reader added them: a line each. */
function recalled(root: HTMLElement): Said | null {
  const items = [...root.querySelectorAll(".wl-earlier")].flatMap((earlier) => {
    const label = earlier.querySelector(".wl-earlier-label");
    const lines = [...earlier.querySelectorAll(".wl-own-words:not(ul, ol), li, .wl-plot-label, dt, tr")].filter((each) => !each.closest(".wl-chart"));
    return lines.map((each) => [label ? line(label) : "", withAnswer(each)].map((words) => words.trim()).filter(Boolean).join(": "));
  });
  return items.length ? list(items, "list") : null;
}

/** A row or a term with what belongs to it. */
function withAnswer(element: Element): string {
  const cells = element.matches("tr") ? [...element.children] : [element, ...(element.matches("dt") && element.nextElementSibling ? [element.nextElementSibling] : [])];
  return cells.map((cell) => line(cell).trim()).filter(Boolean).join(": ");
}

/** A score and what it means. */
function tally(root: HTMLElement): string {
  const number = root.querySelector("output")?.textContent?.trim() ?? "";
  const band = root.querySelector("[data-band]:not([hidden]) strong");
  return number && band ? `${number}: ${line(band).trim()}` : number;
}

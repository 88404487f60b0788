// A copy to read as Markdown. Whatever somebody wrote stays what they wrote: nothing in it becomes markup.
import type { Part, Report } from "./report";

export function markdown({ title, date, parts }: Report): string {
  const blocks = [`# ${inline(title)}`, inline(date), ...parts.map(block)];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function block(part: Part): string {
  switch (part.kind) {
    case "heading":
      return `${"#".repeat(part.level)} ${inline(part.words)}`;
    case "question":
      return around("**", part.words);
    case "name":
      return around("*", part.words);
    case "text":
      return text(part.words);
    case "list":
      return part.items.map((item, at) => `${part.ordered ? `${at + 1}.` : "-"} ${lead(inline(item))}`).join("\n");
    case "table":
      return table(part.head, part.rows);
  }
}

/** Paragraphs stay paragraphs, lines stay lines. */
const text = (words: string): string =>
  words.trim().split(/\n\s*\n/).map((each) => each.split("\n").map((line) => lead(inline(line))).filter(Boolean).join("  \n")).filter(Boolean).join("\n\n");

function table(head: string[], rows: string[][]): string {
  const wide = rows[0]?.length ?? 0;
  const first = head.length ? head : Array<string>(wide).fill("");
  const line = (cells: string[]): string => `| ${cells.map((cell) => inline(cell).replace(/\|/g, "\\|")).join(" | ")} |`;
  return [line(first), `|${" --- |".repeat(wide)}`, ...rows.map(line)].join("\n");
}

/** Stressed words; stars around nothing would be a rule. */
function around(stars: string, words: string): string {
  const said = inline(words);
  return said && `${stars}${said}${stars}`;
}

/** Words in one line. */
const inline = (words: string): string => escape(clean(words));

/** Without signs that are no text, and with single spaces. */
const clean = (words: string): string =>
  words
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** A backslash is not enough everywhere for `<`; for all others it is. */
const escape = (words: string): string =>
  words
    .replace(/[\\`*_[\]]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/!(?=\\\[)/g, "\\!")
    .replace(/~(?=~)/g, "\\~");

/** What makes a heading, a list, a quote or a rule at the start of a line. */
const lead = (words: string): string => words.replace(/^(?:[-+>#=~:|]|\d{1,9}(?=[.)]))/, (sign) => (/\d/.test(sign) ? sign : `\\${sign}`)).replace(/^(\d{1,9})([.)])/, "$1\\$2");

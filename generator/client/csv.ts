// A table of all answers: a path, a question and an answer a line, inert in every program that opens it.
import type { Report } from "./report";

/** Where a program would see a formula: at the start or behind a semicolon, after spaces, in wide signs too. */
const FORMULA = /^(?='*[\t\r\n])|(?:^|;)(?='*[\s\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/g;

/** With a byte order mark: without it Excel takes UTF-8 for something else. */
export function csv({ answers }: Report, head: string[]): string {
  const rows = [head, ...answers.map(({ path, question, answer }) => [path, question, answer])];
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** One cell, quoted; what could be worked out gets a sign in front that says it is text. */
export function cell(text: string): string {
  const clean = text.replace(/\p{Cs}/gu, "\ufffd").replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "");
  const inert = clean.replace(FORMULA, "$&'");
  return `"${inert.replace(/"/g, '""')}"`;
}

// Download my answers, and open them again.
import { confirm } from "./ask";
import { fields, isOption, isTouched, pathOf, rowPaths, textOf } from "./fields";
import { allowed } from "./keeping";
import type { Exports } from "./later";
import { type Read, read } from "./opening";
import { past } from "./moved";
import type { Changed, LiveSheet } from "./sheet";
import { fileName, save } from "./giving";
import { type Status, fill } from "./status";

/** Gives the reader a file with everything that may be kept. */
export function download(live: LiveSheet, status: Status): void {
  const name = fileName("json");
  save(name, JSON.stringify(exported(live), null, 2), "application/json");
  status.say(fill(live.words.downloaded, { file: name }));
}

/** Gives the reader a copy to read; where others may look over their shoulder, after a word about that. */
export async function give({ form, words }: LiveSheet, ending: string, status: Status, load: () => Promise<Exports>): Promise<void> {
  const asks = form.dataset.privacy === "sensitive" && isTouched(form);
  if (asks && !(await confirm(form, words.file_notice ?? "", words.download, words.cancel))) return;
  const found = await load().catch(() => null);
  const head = [words.column_path, words.column_question, words.column_answer].map((each) => each ?? "");
  const made = found?.make(form, ending, head);
  if (!made) return status.say(found ? words.nothing_yet : words.not_loaded);
  const name = fileName(ending);
  save(name, made.content, made.type);
  status.say(fill(words.downloaded, { file: name }));
}

/** Everything that may be kept, hidden questions too: a backup, not a report. */
function exported({ form, id, kept, fresh }: LiveSheet): object {
  const answers = new Map<string, string | true | string[]>(kept);
  const picked = new Map<string, string[]>();
  for (const field of fields(form)) {
    const { name } = field;
    const text = textOf(field);
    if (allowed(field) === "never" || (!text && !fresh.get(pathOf(field)))) continue;
    const check = text && isOption(field) && field.type === "checkbox";
    if (text || !answers.has(name)) answers.set(name, check ? true : text);
    const last = name.lastIndexOf(".");
    const list = name.slice(0, last);
    if (check && field.closest("[data-kind=many]")) picked.set(list, [...(picked.get(list) ?? []), name.slice(last + 1)]);
  }
  const { site, version } = form.dataset;
  const all = Object.fromEntries([...answers, ...picked]);
  return { format: 1, site, worksheet: id, version: Number(version), saved: null, answers: all };
}

/** Reads the picked file and, where there are answers already, asks before it takes their place. */
export async function open(live: LiveSheet, picker: HTMLInputElement, status: Status, changed: Changed): Promise<void> {
  const { form, words, fresh } = live;
  const file = picker.files?.[0];
  if (!file) return;
  // The same file may be picked again.
  picker.value = "";
  const found = await read(file, [live.id, ...(live.moved.worksheets ?? [])], Number(form.dataset.version));
  const blanks = { file: file.name };
  if ("fault" in found) return status.say(fill(words[`file_${found.fault}`], { ...blanks, ...found }));
  const answers = await today(live, found);
  if (!answers) return status.say(words.not_loaded);
  const before = live.answers();
  const earlier = new Map(live.kept);
  const rows = rowPaths(form);
  const written = [...before].some(([path, text]) => text !== fresh.get(path));
  if (written && !(await confirm(form, fill(words.replace_question, blanks), words.replace, words.cancel))) return;
  live.replace(new Map([...removed(live, answers), ...answers]));
  // What has no place does not end when a file takes the place of all others.
  for (const [path, text] of earlier)
    if (live.kept.get(path) !== text) live.kept.set(answers.has(path) ? past(path, live.kept) : path, text);
  for (const [path, text] of new Map([...[...before.keys()].map((path) => [path, ""] as const), ...live.answers()]))
    if (text !== before.get(path)) changed(path, text, allowed(live.field(path) ?? form));
  for (const row of rows) if (!rowPaths(form).includes(row)) changed(row, null, allowed(form));
  const without = [...[...answers.keys()].filter((path) => live.kept.has(path)), ...found.unreadable];
  status.say(fill(words.opened, blanks));
  // The first few; a foreign file may have thousands.
  if (without.length) status.say(fill(words.opened_without_place, { names: without.slice(0, 8).join(", ") }));
}

/** The answers of a file under the names of today; null where the script for that cannot be loaded. */
async function today(live: LiveSheet, { answers, worksheet }: Read): Promise<ReadonlyMap<string, string> | null> {
  if (!Object.keys(live.moved).length) return answers;
  return live.former().then(({ settled }) => settled(answers, worksheet, live.id, live.moved), () => null);
}

/** Rows that the page comes with filled in and the file's writer had removed. */
function removed({ fresh, form }: LiveSheet, answers: ReadonlyMap<string, string>): [string, string][] {
  const has = (row: string, texts: ReadonlyMap<string, string>): boolean =>
    [...texts].some(([path, text]) => path.startsWith(`${row}.`) && (texts !== fresh || text));
  return rowPaths(form).filter((row) => has(row, fresh) && !has(row, answers)).map((row) => [row, ""]);
}

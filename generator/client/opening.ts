// A file of answers that may be anything: read within bounds, or refused with a fault in words.

/** Answers by storage path; rows have the numbers of the file as ids. */
export interface Read {
  /** The id that the worksheet had when the file was made. */
  worksheet: string;
  answers: Map<string, string>;
  /** Paths whose values are no answers. */
  unreadable: string[];
}
/** The word for what is wrong: `file_…`, and what belongs into it. */
export interface Fault {
  fault: "large" | "empty" | "unreadable" | "other" | "newer" | "wrong_worksheet";
  worksheet?: string;
}

const LARGEST = 5 * 1024 * 1024;
const PATH = /^(_was\.)*[a-z0-9][a-z0-9_.-]{0,300}$/i;

interface Exported {
  format?: unknown;
  worksheet?: unknown;
  version?: unknown;
  answers?: unknown;
}

/** Reads a file of answers to this worksheet. */
export async function read(file: File, worksheets: readonly string[], version: number): Promise<Read | Fault> {
  if (file.size > LARGEST) return { fault: "large" };
  if (!file.size) return { fault: "empty" };
  let found: Exported | null;
  try {
    // A byte order mark is skipped; anything that is not UTF-8 would come back with other letters.
    found = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer())) as Exported | null;
  } catch {
    return { fault: "unreadable" };
  }
  const answers = found?.answers;
  if (!found?.worksheet || !answers || typeof answers !== "object") return { fault: "other" };
  if (!worksheets.includes(String(found.worksheet))) return { fault: "wrong_worksheet", worksheet: String(found.worksheet).slice(0, 80) };
  if (Number(found.format) > 1 || Number(found.version) > version) return { fault: "newer" };
  return found.format === 1 ? { worksheet: String(found.worksheet), ...sort(answers) } : { fault: "other" };
}

/** Texts by path. Maps only, so a file cannot reach the prototype of anything. */
function sort(found: object): Omit<Read, "worksheet"> {
  const answers = new Map<string, string>();
  const unreadable: string[] = [];
  for (const [path, value] of Object.entries(found) as [string, unknown][]) {
    // The list of what was chosen repeats the checks, for people who read the file.
    if (Array.isArray(value) || value === null) continue;
    if (!PATH.test(path) || typeof value === "object") unreadable.push(path.slice(0, 80));
    else answers.set(path, value === true ? "yes" : String(value || ""));
  }
  return { answers, unreadable };
}

// Copies to read: loaded when somebody asks for one.
import { csv } from "./csv";
import { docx } from "./docx";
import { markdown } from "./markdown";
import { report } from "./report";

export interface Made {
  content: BlobPart;
  type: string;
}

/** The answers of a form as a file of this kind; null where there are none. */
export function make(form: HTMLFormElement, ending: string, head: string[]): Made | null {
  const found = report(form);
  if (!found.parts.length) return null;
  switch (ending) {
    case "csv":
      return { content: csv(found, head), type: "text/csv;charset=utf-8" };
    case "docx":
      return { content: docx(found) as BlobPart, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };
    default:
      return { content: markdown(found), type: "text/markdown;charset=utf-8" };
  }
}

globalThis.workleafExports = { make };

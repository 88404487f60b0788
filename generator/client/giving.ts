// A file for the reader, under a name that says nothing.
import { today } from "./days";

export const fileName = (ending: string): string => `notes-${today()}.${ending}`;

/** Hands a file over as a download. */
export function save(name: string, content: BlobPart, type: string): void {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.click();
  // Taken back at once, some browsers download nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

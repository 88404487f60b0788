// Form fields and answer paths: which answer a field holds, and how it is read and set.

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The fields that hold answers; those of templates for new rows are not among them. */
export function fields(root: ParentNode): Field[] {
  return [...root.querySelectorAll<Field>("input[name], textarea[name], select[name]")];
}

export const isOption = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox");

/** Rows that come and go and so have an id of their own in storage. */
export const growing = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-kind=rows]")];

export const rowsOf = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-row]")];

/** The storage paths of all rows that come and go: `item.row`. */
export const rowPaths = (form: ParentNode): string[] =>
  growing(form).flatMap((root) => rowsOf(root).map((row) => `${root.dataset.item}.${rowId(row)}`));

/** Gives the rows that the page came with their number as id: the same in every tab. */
export function numberRows(form: ParentNode): void {
  for (const root of growing(form)) for (const row of rowsOf(root)) row.dataset.rowId ??= row.dataset.row ?? "";
}

/** A row's id in storage. A new row's sorts by its place and is shared with no other tab. */
function rowId(row: HTMLElement): string {
  return (row.dataset.rowId ??= `${row.dataset.row}-${Math.random().toString(36).slice(2, 8)}`);
}

/** A field's answer path in storage: its name, with the row's id in the place of its number. */
export function pathOf(field: Field): string {
  const row = field.closest<HTMLElement>("[data-row]");
  const item = row?.closest<HTMLElement>("[data-kind=rows]")?.dataset.item;
  if (!row || !item) return field.name;
  return `${item}.${rowId(row)}${field.name.slice(item.length + 1 + (row.dataset.row ?? "").length)}`;
}

/** What one field adds to its answer: an option that is not chosen adds nothing. */
export const textOf = (field: Field): string => (isOption(field) && !field.checked ? "" : field.value);

/** The same for the field as the page came. */
export function defaultOf(field: Field): string {
  if (field instanceof HTMLSelectElement) return ([...field.options].find((each) => each.defaultSelected) ?? field.options[0])?.value ?? "";
  return isOption(field) && !field.defaultChecked ? "" : isOption(field) ? field.value : field.defaultValue;
}

/** An answer held by its fields together: at most one option of a group is chosen. */
export const together = (group: Field[], read: (field: Field) => string): string => group.map(read).join("");

/** Puts an answer into its fields; false where they cannot hold it, for example a choice that is no longer offered. */
export function put(group: Field[], text: string): boolean {
  for (const field of group) {
    if (isOption(field)) field.checked = text !== "" && field.value === text;
    else if (field.value !== text) field.value = text;
  }
  // A textarea hands line ends back as \n, whatever was put in.
  return together(group, textOf) === text.replace(/\r\n?/g, "\n");
}

/** Fields by answer path. */
export function byPath(root: ParentNode, path: (field: Field) => string = pathOf): Map<string, Field[]> {
  const found = new Map<string, Field[]>();
  for (const field of fields(root)) {
    const at = path(field);
    const group = found.get(at);
    if (group) group.push(field);
    else found.set(at, [field]);
  }
  return found;
}

/** The reader has answered something: a field is not as the page came. */
export const isTouched = (form: HTMLElement): boolean => fields(form).some((field) => textOf(field) !== defaultOf(field));

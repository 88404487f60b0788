// A reader's visit to a page, without its storage: what is kept is handed in and out. For tests of many versions.
import { move } from "../../generator/client/former";
import { type Moved, type Named, place } from "../../generator/client/moved";
import type { Session } from "../../generator/client/session";
import { sheet } from "../../generator/client/sheet";
import type { Device, Stored } from "../../generator/client/store";

// Nothing is hidden and nothing is worked out in these worksheets.
globalThis.workleafLogic = { evaluate: () => null, isShown: () => true, refresh: () => undefined, fillSlots: () => undefined, behaviours: {} };

/** A device that forgets everything with the page. */
function memory(records: Stored[]): { device: Device; all: () => Stored[] } {
  let kept = records;
  const device: Device = {
    load: () => Promise.reject(),
    save: () => Promise.reject(),
    close: () => undefined,
    change: (worksheets, plan) => {
      const { gone, put } = plan(kept.filter((each) => worksheets.includes(each.worksheet)));
      const same = (a: Stored, b: Stored): boolean => a.worksheet === b.worksheet && a.path === b.path;
      kept = kept.filter((each) => ![...gone, ...put].some((other) => same(each, other))).concat(put);
      return Promise.resolve();
    },
  };
  return { device, all: () => kept };
}

const nothing: Session = { load: () => new Map(), put: () => undefined, drop: () => undefined, worksheets: () => [], clear: () => undefined };

/** Opens a page with what is kept, answers what is still empty, and says what is kept then and what the page holds. */
async function visit(html: string, records: Stored[], wishes: [name: string, value: string][]): Promise<object> {
  document.body.innerHTML = html;
  const form = document.querySelector("form") as HTMLFormElement;
  const id = form.dataset.worksheet ?? "";
  const { moved = {} } = JSON.parse(form.querySelector(".wl-data")?.textContent ?? "{}") as { moved?: Moved };
  const { device, all } = memory(records);
  await move(id, 1, moved, device, nothing);
  const kept = new Map(all().filter((each) => each.worksheet === id).map((each) => [each.path, each]));
  let rev = Math.max(0, ...[...kept.values()].map((each) => each.rev));
  const live = sheet(form, null, (path, text) => {
    if (text !== null) kept.set(path, { worksheet: id, path, text, rev: ++rev });
  });
  live.fill(new Map([...kept].filter(([path]) => path).map(([path, { text }]) => [path, text])), () => true);
  const given: [string, string][] = [];
  for (const [name, value] of wishes) {
    const fields = [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)];
    const options = fields.filter(({ type }) => type === "radio" || type === "checkbox");
    const empty = options.length ? !options.some((each) => each.checked) : fields.every((each) => !each.value);
    const field = options.length ? options.find((each) => each.value === value) : fields[0];
    if (!field || !empty) continue;
    if (options.length) field.checked = true;
    else field.value = value;
    live.changed(field);
    given.push([name, value]);
  }
  return { records: [...kept.values()], answers: [...live.answers()], given, placeless: [...live.kept.keys()] };
}

Object.assign(globalThis, {
  visit,
  place: (cases: [Named[], string, Moved][]): unknown =>
    cases.map(([records, worksheet, moved]) =>
      place(records, worksheet, moved).map(({ from, path, text }) => [records.indexOf(from), path, text]),
    ),
});

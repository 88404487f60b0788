// Delete everything here: from any page, with two presses, until nothing of this site is left.
import { database, key, keys, local, quietly, tab } from "./names";

declare global {
  /** The theme's: the address that its own keys (colours) begin with. */
  var __md_scope: URL | undefined;
}

/** Brings a delete button to life; `clear` clears forms, closes connections and tells other tabs. */
export function deleting(button: HTMLButtonElement, site: string, words: Record<string, string>, clear: () => void): void {
  if (!button.hidden) return;
  const first = button.textContent;
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  button.after(said);
  button.hidden = false;
  let armed = false;

  function arm(on: boolean, words = first): void {
    armed = on;
    button.textContent = words;
  }

  button.addEventListener("click", () => {
    const sure = armed;
    arm(!sure, sure ? first : (words.delete_again ?? first));
    said.textContent = sure ? "" : (words.delete_ask ?? "");
    if (!sure) return;
    clear();
    void everything(site).then((good) => (said.textContent = words[good ? "deleted" : "delete_failed"] ?? ""));
  });
  button.addEventListener("blur", () => arm(false));
}

/** Deletes all that this site keeps; false where something would not go. */
async function everything(site: string): Promise<boolean> {
  const name = database(site);
  const starts = [key(site, ""), `${globalThis.__md_scope?.pathname ?? ""}.__`];
  const names = (storage: () => Storage): string[] => starts.flatMap((start) => keys(storage, start));
  for (const storage of [local, tab]) for (const each of names(storage)) quietly(() => storage().removeItem(each));
  const good = await base(name);
  // This site makes no caches; an older one may have. They need a secure address.
  const copies = (await quietly(() => caches.keys())?.catch(() => [])) ?? [];
  await Promise.all(copies.filter((each) => each.startsWith(name)).map((each) => caches.delete(each)));
  return good && !names(local).length && !names(tab).length;
}

/** Deletes a database; false where it would not go within two seconds. */
function base(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(resolve, 2000, false);
    const asked = quietly(() => indexedDB.deleteDatabase(name));
    // No storage, nothing kept.
    if (!asked) return resolve(true);
    asked.onsuccess = () => resolve(true);
    asked.onerror = () => resolve(false);
  });
}

// Every name in the browser's storage, and access to storages that may be missing or throw.

/** Databases, channels and keys of a site begin so; the site id is explicit, so a renamed repository keeps its answers. */
export const database = (site: string): string => `workleaf-${site}`;

/** A key in localStorage or sessionStorage. The slash ends the site id: `a` never reaches into `a-b`. */
export const key = (site: string, ...parts: string[]): string => [database(site), ...parts].join("/");

/** What `act` returns; nothing where the browser refuses: blocked site data throws on the mere getter. */
export function quietly<Found>(act: () => Found): Found | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Getters, since the storages themselves may not be touched. */
export const local = (): Storage => localStorage;
export const tab = (): Storage => sessionStorage;

/** The keys of a storage that begin with `start`. */
export const keys = (storage: () => Storage, start: string): string[] =>
  quietly(() => Object.keys(storage()).filter((each) => each.startsWith(start))) ?? [];

/** What stands at a key; null where there is nothing, or something damaged. */
export const parse = (storage: () => Storage, name: string): unknown =>
  quietly(() => JSON.parse(storage().getItem(name) ?? "null") as unknown) ?? null;

// Answers on the device: IndexedDB, one record a field, each read and written in one transaction.
import { database } from "./names";

/** How long a storage call may take: an open that never answers would hang for ever. */
const WATCHDOG = 2000;
const STORE = "answers";

/** An answer; `gone` marks a removed row. The record at the path "" counts the worksheet's revisions. */
export interface Stored {
  worksheet: string;
  path: string;
  text: string;
  /** Orders writes; the clock never does. */
  rev: number;
  gone?: boolean;
  /** What another tab had written and this answer replaced. */
  history?: { text: string; rev: number }[];
  version?: number;
  hash?: string;
}

/** What changed: texts by path, null for a removed row. */
export type Changes = ReadonlyMap<string, string | null>;
export interface About {
  worksheet: string;
  version: number;
  hash: string;
}
export interface Written {
  rev: number;
  /** Paths where another tab's different words were replaced; they stay in the record's history. */
  replaced: string[];
  /** Nothing was written: the answers are of a newer worksheet than this page has. */
  newer: boolean;
}

export interface Device {
  /** All records of a worksheet. Rejects where the storage fails or does not answer. */
  load(worksheet: string): Promise<Stored[]>;
  /** Resolves when the transaction is complete: only then is anything saved. `seen` holds the revisions last shown. */
  save(about: About, changes: Changes, seen: ReadonlyMap<string, number>): Promise<Written>;
  /** Changes the records of some worksheets in one transaction. */
  change(worksheets: readonly string[], plan: (records: Stored[]) => { gone: Stored[]; put: Stored[] }): Promise<void>;
  close(): void;
}

/** Opens the database at the first call, never before: even an empty one is a trace. */
export function device(site: string): Device {
  let opening: Promise<IDBDatabase> | null = null;

  /** Runs `act` in one transaction; its result comes once that is complete. A failure opens anew next time. */
  function call<Found>(act: (store: IDBObjectStore) => Found): Promise<Found> {
    return new Promise<Found>((resolve, reject) => {
      setTimeout(reject, WATCHDOG, "storage does not answer");
      opening = opening || open(site, close);
      opening
        .then((base) => {
          const work = base.transaction(STORE, "readwrite", { durability: "strict" });
          const found = act(work.objectStore(STORE));
          work.oncomplete = () => resolve(found);
          work.onabort = () => reject(work.error);
        })
        .catch(reject);
    }).catch((error: unknown) => {
      close();
      throw error;
    });
  }

  function close(): void {
    opening?.then((base) => base.close(), () => 0);
    opening = null;
  }

  return {
    close,
    change: (worksheets, plan) => call((store) => {
      const found: Stored[] = [];
      let waiting = worksheets.length;
      for (const worksheet of worksheets)
        store.getAll(all(worksheet)).onsuccess = ({ target }) => {
          found.push(...(target as IDBRequest<Stored[]>).result);
          if (--waiting) return;
          const { gone, put } = plan(found);
          for (const each of gone) store.delete([each.worksheet, each.path]);
          for (const each of put) store.put(each);
        };
    }),
    load: (worksheet) => call((store) => {
      const found: Stored[] = [];
      store.getAll(all(worksheet)).onsuccess = ({ target }) => found.push(...(target as IDBRequest<Stored[]>).result);
      return found;
    }),
    save: (about, changes, seen) => call((store) => write(store, about, changes, seen)),
  };
}

/** The keys of a worksheet's records: an array comes after every text. */
const all = (worksheet: string): IDBKeyRange => IDBKeyRange.bound([worksheet], [worksheet, []]);

function open(site: string, close: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(database(site), 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: ["worksheet", "path"] });
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      // Another tab deletes everything or has a newer build: a connection kept open would block it.
      asked.result.onversionchange = asked.result.onclose = close;
      resolve(asked.result);
    };
  });
}

/** Every changed field is compared with its record and written; all or nothing. */
function write(store: IDBObjectStore, { worksheet, version, hash }: About, changes: Changes, seen: ReadonlyMap<string, number>): Written {
  const written: Written = { rev: 1, replaced: [], newer: false };
  const reading = store.getAll(all(worksheet)) as IDBRequest<Stored[]>;

  function put(path: string, text: string, old: Stored | undefined): void {
    const history = old?.history || [];
    if (old && old.text !== text && !(old.rev <= (seen.get(path) || 0))) {
      history.push({ text: old.text, rev: old.rev });
      written.replaced.push(path);
    }
    store.put({ worksheet, path, text, rev: written.rev, history });
  }

  function remove(row: string): void {
    store.delete(IDBKeyRange.bound([worksheet, `${row}.`], [worksheet, `${row}.\uffff`]));
    store.put({ worksheet, path: row, text: "", rev: written.rev, gone: true });
  }

  function act(records: Stored[]): void {
    const old = new Map(records.map((each) => [each.path, each]));
    const last = old.get("");
    // Answers that come from the tab without their page know no version.
    written.newer = version > 0 && (last?.version || 0) > version;
    if (written.newer) return;
    written.rev = (last?.rev || 0) + 1;
    for (const [path, text] of changes) {
      if (text === null) remove(path);
      else put(path, text, old.get(path));
    }
    store.put({ ...last, worksheet, path: "", text: "", rev: written.rev, ...(version && { version, hash }) });
  }

  reading.onsuccess = () => {
    try {
      act(reading.result);
    } catch {
      store.transaction.abort();
    }
  };
  return written;
}

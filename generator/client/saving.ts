// From key to storage: batches of at most 250 ms, "Saved" only when it is true, failures said and tried again.
import { note } from "./canary";
import { type Keep, allowed } from "./keeping";
import { type Found, fromDevice, fromTab, nothing, stateOf } from "./loading";
import { type Session, session } from "./session";
import type { LiveSheet } from "./sheet";
import type { Site } from "./site";
import { type Status, fill } from "./status";
import { placed, waiting } from "./waiting";

/** Typing is saved this long after the first key of a batch, however long it goes on. */
const BATCH = 250;
const RETRY = 5000;

export interface Saver {
  /** `most` is what the answer's surroundings allow. */
  changed(path: string, text: string | null, most: Keep): void;
  flush(): Promise<void>;
  /** The page goes away: what is not on the device yet waits in the tab. */
  leave(): void;
  load(): Promise<Found>;
  /** The reader chose where answers are kept. */
  chosen(): void;
  /** Everything was deleted: nothing that was on its way is written any more. */
  stop(): void;
}

/** What a saver cannot do by itself. */
interface Told {
  /** Another tab's different words were replaced. */
  replaced(paths: string[]): void;
  /** The storage works again after it could not be read. */
  readable(): void;
}

export function saver({ form, words, id, field }: LiveSheet, site: Site, status: Status, told: Told): Saver {
  const { keeping, device } = site;
  const held = session(site.id);
  const about = { worksheet: id, version: Number(form.dataset.version) || 1, hash: form.dataset.hash ?? "" };
  const here = allowed(form);
  const place = (most: Keep): Keep => placed(keeping.choice(), most);
  const { changes, add, bound, inside, done } = waiting(place);
  const seen = new Map<string, number>();
  let timer = 0;
  let writing: Promise<void> | null = null;
  let [explained, readOnly, unread, failed] = [false, false, false, false];
  let life = 0;

  function plan(time: number): void {
    timer ||= window.setTimeout(() => void flush(), time);
  }

  function halt(): void {
    clearTimeout(timer);
    timer = 0;
  }

  function fail(): void {
    failed = true;
    status.lasting("storage", words.not_being_saved);
  }

  async function flush(): Promise<void> {
    halt();
    if (!changes.size || readOnly) return;
    writing ??= write().catch(fail).then(() => {
      writing = null;
      if (changes.size) plan(failed ? RETRY : 0);
    });
    await writing;
  }

  /** Writes what is waiting now; what changes meanwhile goes on waiting. */
  async function write(): Promise<void> {
    const batch = [...changes];
    for (const [path, text] of bound("session")) held.put(id, path, [text, changes.get(path)?.most === "device"]);
    const now = bound("device");
    if (now.size) await save(now);
    if (readOnly) return;
    done(batch);
    failed = false;
    status.lasting("storage", "");
    settle();
  }

  async function save(now: Map<string, string | null>): Promise<void> {
    const born = life;
    const { rev, replaced, newer } = await device.save(about, now, seen);
    if (newer) return outdated();
    if (born !== life) return;
    for (const path of now.keys()) {
      seen.set(path, rev);
      held.drop(id, path);
    }
    note(site.id, id, rev);
    site.tell(id);
    told.replaced(replaced);
    if (unread) told.readable();
  }

  /** Answers of a newer worksheet are shown and exported, never written over. */
  function outdated(): void {
    readOnly = true;
    status.lasting("storage", words.newer_answers);
  }

  /** Says where everything is, once nothing is on its way. */
  function settle(): void {
    if (changes.size) return;
    const keep = place(here);
    const time = new Date().toLocaleTimeString(form.lang, { timeStyle: "short" });
    status.settled(fill(words[`saved_${keep}`], { time }));
    if (!explained && keep === "device") status.say(words.saved_risk);
    explained = true;
  }

  async function loadDevice(found: Found): Promise<void> {
    unread = true;
    const records = await device.load(id);
    unread = false;
    const { version, lost } = stateOf(records, site.id, id);
    const date = new Date(lost).toLocaleDateString(form.lang, { dateStyle: "long" });
    if (lost) status.lasting("lost", fill(words.answers_lost, { date }));
    if (version > about.version) outdated();
    fromDevice(records, found, { changes, inside }, seen);
  }

  function loadTab(found: Found): void {
    const now = held.load(id);
    fromTab(now, found, changes);
    // Kept in the tab until now, for want of a choice or of time.
    for (const [path, [text, later]] of now)
      if (later && keeping.choice() === "device" && !changes.has(path)) changed(path, text, allowed(field(path) ?? form));
  }

  function changed(path: string, text: string | null, most: Keep): void {
    add(path, { text, most });
    // A new answer does not wait for the next try.
    if (failed) halt();
    plan(BATCH);
  }

  return {
    changed,
    flush,
    leave() {
      void flush();
      try {
        for (const [path, text] of bound("device")) held.put(id, path, [text, true]);
      } catch {
        // No room, or blocked: the transaction that has just begun is all there is.
      }
    },
    async load() {
      const found = nothing();
      await keeping.recall();
      try {
        // Without a choice the database is not even opened: an empty one is a trace too.
        if (place(here) === "device") await loadDevice(found);
      } catch {
        status.lasting("storage", words.not_being_saved);
      }
      if (here !== "never") loadTab(found);
      return found;
    },
    chosen() {
      if (keeping.choice() === "never") held.clear();
      // What fails stays in the tab, and moves when its page is opened.
      if (keeping.choice() === "device") moveOthers(held, site, id).catch(() => undefined);
      void flush().then(settle);
    },
    stop() {
      life++;
      halt();
      changes.clear();
      seen.clear();
      explained = false;
    },
  };
}

/** What other worksheets hold in this tab goes where the reader said too. */
async function moveOthers(held: Session, { device }: Site, own: string): Promise<void> {
  for (const worksheet of held.worksheets()) {
    const later = [...held.load(worksheet)].filter(([, each]) => each[1] && worksheet !== own);
    if (!later.length) continue;
    await device.save({ worksheet, version: 0, hash: "" }, new Map(later.map(([path, [text]]) => [path, text])), new Map());
    for (const [path] of later) held.drop(worksheet, path);
  }
}

// From key to storage: batches of at most 250 ms, "Saved" only when it is true, failures said and tried again.
import { missing, note } from "./canary";
import { type Keep, allowed, stricter } from "./keeping";
import { former } from "./later";
import { session } from "./session";
import type { LiveSheet } from "./sheet";
import type { Site } from "./site";
import { type Status, fill } from "./status";
import type { Stored } from "./store";

/** Typing is saved this long after the first key of a batch, however long it goes on. */
const BATCH = 250;
const RETRY = 5000;

interface Change {
  /** null: this row was removed. */
  text: string | null;
  most: Keep;
}

export interface Found {
  /** Texts by path; a removed row stands as `item.row` with an empty text. */
  stored: Map<string, string>;
  /** Paths with something that this page has not shown and that nobody is changing here. */
  fresh: Set<string>;
  /** Paths that were changed here and elsewhere at once. */
  disputed: string[];
}

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

/** Where a saver stands at first. */
const idle = () => ({
  timer: 0,
  writing: null as Promise<void> | null,
  /** It was said what could delete the answers. */
  explained: false,
  /** The answers are of a newer worksheet than this page has. */
  readOnly: false,
  /** The device could not be read yet. */
  unread: false,
  failed: false,
  /** Counts deletions: what began before one is not noted after it. */
  life: 0,
});

export function saver({ form, words, id, field, moved }: LiveSheet, site: Site, status: Status, told: Told): Saver {
  const { keeping, device } = site;
  const held = session(site.id);
  const version = Number(form.dataset.version) || 1;
  const about = { worksheet: id, version, hash: form.dataset.hash ?? "" };
  const here = allowed(form);
  const dirty = new Map<string, Change>();
  const seen = new Map<string, number>();
  const now = idle();
  const hasMoved = Object.keys(moved).some((each) => each !== "gone" && each !== "dropped");

  const place = (most: Keep): Keep => stricter(keeping.choice() || "session", most);
  const bound = (keep: Keep): [string, Change][] => [...dirty].filter(([, each]) => place(each.most) === keep);
  const wait = (text: string | null, most: Keep): [string | null, boolean] => [text, most === "device"];

  function plan(time: number): void {
    now.timer ||= window.setTimeout(() => void flush(), time);
  }

  function halt(): void {
    clearTimeout(now.timer);
    now.timer = 0;
  }

  async function flush(): Promise<void> {
    halt();
    if (!dirty.size || now.readOnly) return;
    now.writing ??= write()
      .catch(() => {
        now.failed = true;
        status.lasting("storage", words.not_being_saved);
      })
      .then(() => {
        now.writing = null;
        if (dirty.size) plan(now.failed ? RETRY : 0);
      });
    await now.writing;
  }

  /** Writes what is waiting now; what changes meanwhile goes on waiting. */
  async function write(): Promise<void> {
    const batch = [...dirty];
    for (const [path, { text, most }] of bound("session")) held.put(id, path, wait(text, most));
    const forDevice = bound("device").map(([path, { text }]): [string, string | null] => [path, text]);
    if (forDevice.length) await save(new Map(forDevice));
    if (now.readOnly) return;
    for (const [path, change] of batch) if (dirty.get(path) === change) dirty.delete(path);
    now.failed = false;
    status.lasting("storage", "");
    settle();
  }

  async function save(changes: Map<string, string | null>): Promise<void> {
    const born = now.life;
    const { rev, replaced, newer } = await device.save(about, changes, seen);
    if (newer) return outdated();
    if (born !== now.life) return;
    for (const path of changes.keys()) {
      seen.set(path, rev);
      held.drop(id, path);
    }
    note(site.id, id, rev);
    site.tell(id);
    told.replaced(replaced);
    if (now.unread) told.readable();
  }

  /** Answers of a newer worksheet are shown and exported, never written over. */
  function outdated(): void {
    now.readOnly = true;
    status.lasting("storage", words.newer_answers);
  }

  /** Says where everything is, once nothing is on its way. */
  function settle(): void {
    const keep = place(here);
    if (dirty.size) return;
    status.settled(fill(words[`saved_${keep}`], { time: new Date().toLocaleTimeString(form.lang, { timeStyle: "short" }) }));
    if (!now.explained && keep === "device") status.say(words.saved_risk);
    now.explained ||= keep === "device";
  }

  function take({ path, text, rev, gone }: Stored, { stored, fresh, disputed }: Found): void {
    // Damaged; or somebody is writing in a row that was removed elsewhere.
    if (!path || typeof text !== "string" || (gone && [...dirty.keys()].some((other) => other.startsWith(`${path}.`)))) return;
    stored.set(path, text);
    if (!(rev > (seen.get(path) ?? 0))) return;
    if (dirty.has(path)) {
      if (dirty.get(path)?.text !== text) disputed.push(path);
      return;
    }
    seen.set(path, rev);
    fresh.add(path);
  }

  async function fromDevice(found: Found): Promise<void> {
    now.unread = true;
    const records = await device.load(id);
    now.unread = false;
    const last = records.find((each) => !each.path);
    const lost = missing(site.id, id, last?.rev ?? 0);
    const date = new Date(lost).toLocaleDateString(form.lang, { dateStyle: "long" });
    if (lost) status.lasting("lost", fill(words.answers_lost, { date }));
    if ((last?.version ?? 0) > version) outdated();
    for (const record of living(records)) take(record, found);
  }

  function fromTab({ stored, fresh }: Found): void {
    for (const [path, [text, waiting]] of held.load(id)) {
      if (dirty.has(path)) continue;
      stored.set(path, text ?? "");
      fresh.add(path);
      // Kept in the tab until now, for want of a choice or of time.
      if (waiting && keeping.choice() === "device") bring(path, text);
    }
  }

  /** From the tab to the device. */
  function bring(path: string, text: string | null): void {
    changed(path, text, allowed(field(path) ?? form));
  }

  function changed(path: string, text: string | null, most: Keep): void {
    for (const [other, change] of dirty) {
      // A removed row takes its answers along; a new answer brings its row back.
      if (text === null ? other.startsWith(`${path}.`) : change.text === null && path.startsWith(`${other}.`)) dirty.delete(other);
    }
    dirty.set(path, { text, most });
    // A new answer does not wait for the next try.
    if (now.failed) halt();
    plan(BATCH);
  }

  /** What other worksheets hold in this tab goes where the reader said too. */
  async function moveOthers(): Promise<void> {
    for (const worksheet of held.worksheets()) {
      const waiting = [...held.load(worksheet)].filter(([, each]) => each[1] && worksheet !== id);
      if (!waiting.length) continue;
      await device.save({ worksheet, version: 0, hash: "" }, new Map(waiting.map(([path, [text]]) => [path, text])), new Map());
      for (const [path] of waiting) held.drop(worksheet, path);
    }
  }

  return {
    changed,
    flush,
    leave() {
      void flush();
      try {
        for (const [path, { text }] of bound("device")) held.put(id, path, [text, true]);
      } catch {
        // No room, or blocked: the transaction that has just begun is all there is.
      }
    },
    async load() {
      const found: Found = { stored: new Map(), fresh: new Set(), disputed: [] };
      await keeping.recall();
      try {
        // Without a choice the database is not even opened: an empty one is a trace too.
        const kept = place(here) === "device";
        if (hasMoved && (await (await former()).move(id, version, moved, kept ? device : null, held))) outdated();
      } catch {
        // What could not be brought to its place is shown apart, and tried again at the next visit.
      }
      try {
        if (place(here) === "device") await fromDevice(found);
      } catch {
        status.lasting("storage", words.not_being_saved);
      }
      if (here !== "never") fromTab(found);
      return found;
    },
    chosen() {
      if (keeping.choice() === "never") held.clear();
      if (keeping.choice() === "device") {
        for (const [path, [text, waiting]] of held.load(id)) if (waiting && !dirty.has(path)) bring(path, text);
        // What fails stays in the tab, and moves when its page is opened.
        moveOthers().catch(() => undefined);
      }
      void flush().then(settle);
    },
    stop() {
      now.life++;
      halt();
      dirty.clear();
      seen.clear();
      now.explained = false;
    },
  };
}

/** A removed row's mark counts until one of its answers is newer: then the row lives again. */
function living(records: Stored[]): Stored[] {
  return records.filter(
    ({ gone, path, rev }) => !gone || !records.some((each) => each.path.startsWith(`${path}.`) && each.rev > rev),
  );
}

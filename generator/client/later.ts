// Scripts of their own: what follows from answers comes at once, files and dialogs when somebody asks for them.
// Nothing of either stands between key and storage.
import type { confirm } from "./ask";
import type { evaluate } from "./conditions";
import type { Behaviour } from "./contract";
import type { make } from "./exports";
import type { download, give, open } from "./files";
import type { earlierAnswers, move, settled } from "./former";
import type { fillSlots } from "./filling";
import type { start } from "./lines";
import type { isShown, refresh } from "./refresh";

export interface Later {
  confirm: typeof confirm;
  download: typeof download;
  give: typeof give;
  open: typeof open;
}

export interface Exports {
  make: typeof make;
}

export interface Logic {
  evaluate: typeof evaluate;
  fillSlots: typeof fillSlots;
  isShown: typeof isShown;
  refresh: typeof refresh;
  /** The controls that work answers out. */
  behaviours: Record<string, Behaviour | undefined>;
}

/** Answers of earlier versions; only pages and readers that have some need it. */
export interface Former {
  move: typeof move;
  settled: typeof settled;
  earlierAnswers: typeof earlierAnswers;
}

declare global {
  /** Set by the scripts that come later. */
  var workleafLater: Later | undefined;
  var workleafLogic: Logic | undefined;
  var workleafExports: Exports | undefined;
  var workleafFormer: Former | undefined;
  var workleafLines: typeof start | undefined;
  /** The behaviours of scripts that only some pages need, by the script's name. */
  var workleafMore: Record<string, Logic["behaviours"] | undefined> | undefined;
}

/** They stand beside this script, wherever that is served from. */
const own = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

/** Loads a script unless it has come; rejects without a connection, and may be asked again. */
function load<Found>(name: string, found: () => Found | undefined): Promise<Found> {
  return new Promise((resolve, reject) => {
    const here = found();
    if (here) return resolve(here);
    const script = document.createElement("script");
    script.onload = () => resolve(found() as Found);
    script.onerror = reject;
    script.src = own.replace(/\.js\b/, `.${name}.js`);
    document.head.append(script);
  });
}

export const later = (): Promise<Later> => load("later", () => globalThis.workleafLater);
/** What an element with `data-script` needs. */
export const more = (name: string): Promise<Logic["behaviours"]> => load(name, () => globalThis.workleafMore?.[name]);
export const exporting = (): Promise<Exports> => load("exports", () => globalThis.workleafExports);
export const former = (): Promise<Former> => load("former", () => globalThis.workleafFormer);
/** Help lines: only pages that have some need it. */
export const lines = (): Promise<typeof start> => load("lines", () => globalThis.workleafLines);
export const logic = (): Promise<Logic> => load("logic", () => globalThis.workleafLogic);

// Files and dialogs come with a script of their own, once somebody asks for them: nothing of it stands between key and storage.
import type { confirm } from "./ask";
import type { download, open } from "./files";

export interface Later {
  confirm: typeof confirm;
  download: typeof download;
  open: typeof open;
}

declare global {
  /** Set by the script that comes later. */
  var workleafLater: Later | undefined;
}

/** It stands beside this script, wherever that is served from. */
const address = (document.currentScript as HTMLScriptElement | null)?.src.replace(/\.js\b/, ".later.js") ?? "";

/** Loads the script unless it is there; rejects without a connection, and may be asked again. */
export function later(): Promise<Later> {
  return new Promise((resolve, reject) => {
    if (globalThis.workleafLater) return resolve(globalThis.workleafLater);
    const script = document.createElement("script");
    script.onload = () => resolve(globalThis.workleafLater as Later);
    script.onerror = reject;
    script.src = address;
    document.head.append(script);
  });
}

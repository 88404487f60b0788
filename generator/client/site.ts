// What all forms of a site share, and what its tabs tell each other.
import { type Keeping, keeping } from "./keeping";
import { database, quietly } from "./names";
import { type Device, device } from "./store";

export interface Site {
  id: string;
  keeping: Keeping;
  device: Device;
  /** Tells the other tabs that a worksheet was saved, or with nothing that everything was deleted. */
  tell(worksheet: string): void;
}

const sites = new Map<string, Site>();

/** There is one site a page; `heard` is called with what other tabs tell. */
export function siteOf(id: string, heard: (worksheet: string) => void): Site {
  const known = sites.get(id);
  if (known) return known;
  // Where the browser has no channel, nobody hears.
  const channel = quietly(() => new BroadcastChannel(database(id)));
  channel?.addEventListener("message", ({ data }) => heard(String(data)));
  const tell = (worksheet: string): void => quietly(() => channel?.postMessage(worksheet));
  const made: Site = { id, tell, keeping: keeping(id), device: device(id) };
  sites.set(id, made);
  return made;
}

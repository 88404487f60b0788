// Tells "never filled in" from "the browser lost it": a damaged database comes back silently empty. Holds no answers.
import { key, local, parse, quietly } from "./names";

export interface Canary {
  rev: number;
  /** For the message only; revisions order. */
  savedAt: number;
}

const name = (site: string, worksheet: string): string => key(site, "canary", worksheet);

/** Notes that a worksheet was kept. */
export function note(site: string, worksheet: string, rev: number): void {
  const kept: Canary = { rev, savedAt: Date.now() };
  quietly(() => local().setItem(name(site, worksheet), JSON.stringify(kept)));
}

/** When this worksheet was last kept, if more of it was kept than is there now. */
export function missing(site: string, worksheet: string, rev: number): number {
  const kept = parse(local, name(site, worksheet)) as Canary | null;
  return kept && kept.rev > rev ? kept.savedAt : 0;
}

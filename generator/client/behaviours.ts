// The controls that need a script, by their data-control; those that work answers out are in logic.ts. Written by hand;
// a test compares both with the folders.
import { behaviour as order } from "../workleaf/outputs/web/controls/order/behaviour";
import { behaviour as pick } from "../workleaf/outputs/web/controls/pick/behaviour";
import { behaviour as rows } from "../workleaf/outputs/web/controls/rows/behaviour";
import type { Behaviour } from "./contract";

export const behaviours: Record<string, Behaviour | undefined> = { order, pick, rows };

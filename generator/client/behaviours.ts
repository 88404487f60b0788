// The controls that need a script, by their data-control. Written by hand; a test compares it with the folders.
import { behaviour as compose } from "../workleaf/outputs/web/controls/compose/behaviour";
import { behaviour as order } from "../workleaf/outputs/web/controls/order/behaviour";
import { behaviour as pick } from "../workleaf/outputs/web/controls/pick/behaviour";
import { behaviour as rows } from "../workleaf/outputs/web/controls/rows/behaviour";
import { behaviour as tally } from "../workleaf/outputs/web/controls/tally/behaviour";
import type { Behaviour } from "./contract";

export const behaviours: Record<string, Behaviour | undefined> = { compose, order, pick, rows, tally };

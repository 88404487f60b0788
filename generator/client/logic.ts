// What follows from answers: the script that comes right after the first one. None of it stands between key and storage.
import { behaviour as compose } from "../workleaf/outputs/web/controls/compose/behaviour";
import { behaviour as tally } from "../workleaf/outputs/web/controls/tally/behaviour";
import { evaluate } from "./conditions";
import { fillSlots } from "./filling";
import { isShown, refresh } from "./refresh";

globalThis.workleafLogic = { evaluate, fillSlots, isShown, refresh, behaviours: { compose, tally } };

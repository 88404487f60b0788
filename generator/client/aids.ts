// Help while writing, for pages that have it: timers, wording tips, a calendar file.
import { calendar } from "./calendar";
import { timer } from "./timer";
import { tips } from "./tips";

(globalThis.workleafMore ??= {}).aids = { calendar, timer, tips };

// Help while writing, for pages that have it: timers, wording tips, a calendar file.
import { timer } from "./timer";

(globalThis.workleafMore ??= {}).aids = { timer };

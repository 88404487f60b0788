// Pictures of answers, and earlier answers shown again, for pages that have them.
import { behaviour as chart } from "../workleaf/outputs/web/chart/behaviour";
import { behaviour as recall } from "../workleaf/outputs/web/controls/recall/behaviour";

(globalThis.workleafMore ??= {}).charts = { chart, recall };

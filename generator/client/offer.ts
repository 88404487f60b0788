// Answers of other worksheets, for pages that offer them to start with or whose conditions read them.
import { behaviour as offer } from "../workleaf/outputs/web/offer/behaviour";
import { behaviour as elsewhere } from "../workleaf/outputs/web/offer/elsewhere";

(globalThis.workleafMore ??= {}).offer = { elsewhere, offer };

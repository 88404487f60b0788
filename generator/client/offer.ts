// Answers of other worksheets, offered to start with, for pages that have such questions.
import { behaviour as offer } from "../workleaf/outputs/web/offer/behaviour";

(globalThis.workleafMore ??= {}).offer = { offer };

// What comes later: the second script that build.mjs bundles.
import { confirm } from "./ask";
import { download, give, open } from "./files";

globalThis.workleafLater = { confirm, download, give, open };

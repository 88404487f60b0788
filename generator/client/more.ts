// What comes later: the second script that build.mjs bundles.
import { confirm } from "./ask";
import { download, open } from "./files";

globalThis.workleafLater = { confirm, download, open };

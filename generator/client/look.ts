// What workleaf's look does on every page, before the theme starts: colours, and a search that waits to be asked.
import { colours } from "./colours";
import { searchWhenAsked } from "./search";

const choice = document.querySelector<HTMLElement>("[data-wl-colours]");
if (choice) colours(choice);
searchWhenAsked();
// The page is laid out now, in a task of its own: the theme's first one is shorter by that.
void document.body.offsetHeight;

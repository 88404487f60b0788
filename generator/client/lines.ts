// Help lines: a menu narrows them to a country, and those that have grown old since the build say so.
// The choice is kept nowhere; the ways that work anywhere are never hidden.
const DAY = 86_400_000;

/** Brings the lists of a page to life; safe to call again. */
export function start(): void {
  const blocks = [...document.querySelectorAll<HTMLElement>("[data-wl-lines]")];
  for (const block of blocks) age(block);
  const menu = document.querySelector<HTMLSelectElement>("[data-wl-country]");
  const box = menu?.parentElement;
  if (!menu || !box?.hidden) return;
  box.hidden = false;
  menu.addEventListener("change", () => narrow(menu, blocks));
}

function narrow(menu: HTMLSelectElement, blocks: readonly HTMLElement[]): void {
  const areas = menu.value.split(" ");
  const country = menu.selectedOptions[0]?.text ?? "";
  const fill = (words = ""): string => words.replace("{country}", country);
  for (const block of blocks) {
    const lists = [...block.querySelectorAll<HTMLElement>("[data-area]")];
    for (const each of lists) each.hidden = !!menu.value && !areas.includes(each.dataset.area ?? "");
    const none = block.querySelector<HTMLElement>("[data-wl-none]");
    if (!none) continue;
    none.hidden = lists.some((each) => !each.hidden);
    none.textContent = fill(none.dataset.wlNone);
  }
  const said = menu.parentElement?.querySelector<HTMLElement>("[role=status]");
  if (said) said.textContent = fill(said.dataset.words);
}

/** A line that was fresh when the page was built may be old on the day on which it is read. */
function age(block: HTMLElement): void {
  const most = Number(block.dataset.wlLines);
  for (const line of block.querySelectorAll<HTMLElement>("[data-wl-seen]")) {
    const days = Math.floor((Date.now() - Date.parse(line.dataset.wlSeen ?? "")) / DAY);
    const label = line.querySelector<HTMLElement>("[data-wl-old]");
    if (!label?.hidden || days <= most) continue;
    label.hidden = false;
    line.parentElement?.append(line);
  }
}

globalThis.workleafLines = start;

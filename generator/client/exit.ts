// Leave this page now: a link that works by itself, made faster and reachable with Shift pressed three times.

const TIMES = 3;
const WITHIN = 5000;
/** What saving may take of the 100 ms within which the page is left; it is covered all the while. */
const SAVING = 60;

/** Starts once a page; `flush` saves and is waited for only as long as nobody notices. */
export function exit(flush: () => Promise<unknown>): void {
  const presses: number[] = [];
  const title = document.title;

  function leave(): void {
    const link = document.querySelector<HTMLAnchorElement>("a[data-wl-exit]");
    if (!link) return;
    cover(true);
    document.title = link.hostname;
    const enough = new Promise((done) => setTimeout(done, SAVING));
    // Replaced, so that Back does not lead here.
    void Promise.race([flush(), enough]).finally(() => location.replace(link.href));
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("a[data-wl-exit]")) return;
    event.preventDefault();
    leave();
  });
  // Before anybody else, so that no control can swallow it.
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Shift") presses.length = 0;
      else if (!event.repeat) presses.push(event.timeStamp);
      if (presses.length < TIMES) return;
      const first = presses.shift() ?? 0;
      if (event.timeStamp - first <= WITHIN) leave();
    },
    true,
  );
  window.addEventListener("pageshow", ({ persisted }) => {
    cover(false);
    if (persisted) document.title = title;
  });
}

/** Empties the window at once: the next page may take its time. Set here, so that it works where no style sheet came. */
function cover(on: boolean): void {
  if (on) document.body.style.setProperty("display", "none", "important");
  else document.body.style.removeProperty("display");
}

// A quiet timer that the reader may start: parts one after the other, no sound, no motion.
import type { Behaviour } from "./contract";
import { fill } from "./status";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export const timer: Behaviour = (root, { words }) => {
  const find = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-wl-${name}]`)!;
  const [left, run, word, reset, part, said] = ["left", "run", "word", "reset", "part", "said"].map(find) as HTMLElement[];
  const parts = (root.dataset.minutes ?? "").split(" ").map(Number);
  const whole = parts.reduce((sum, each) => sum + each, 0) * MINUTE;
  /** How long it ran before the last pause. */
  let ran = 0;
  /** When it was started; null while it rests. A clock that somebody sets does not move this one. */
  let since: number | null = null;
  let told = -1;
  let next = 0;

  const fresh = (): boolean => !ran && since === null;
  const spent = (): number => ran + (since === null ? 0 : performance.now() - since);

  /** The part that runs, and what is left of it. */
  function place(): [number, number] {
    let end = 0;
    const at = parts.findIndex((each) => (end += each * MINUTE) > spent());
    return at < 0 ? [parts.length, 0] : [at, end - spent()];
  }

  function show(): void {
    clearTimeout(next);
    const [at, rest] = place();
    const over = at === parts.length;
    if (over) [ran, since] = [whole, null];
    put(left!, clock(rest));
    put(word!, words[over || fresh() ? "timer_start" : since === null ? "timer_go_on" : "timer_pause"]);
    put(part!, parts.length > 1 && !fresh() && !over ? partOf(at) : "");
    const focused = document.activeElement === reset;
    reset!.hidden = over || fresh();
    if (focused && reset!.hidden) run!.focus();
    tell(at, over);
    if (since !== null) next = window.setTimeout(show, rest % SECOND || SECOND);
  }

  /** Said once at the start of each part and at the end, never in between. */
  function tell(at: number, over: boolean): void {
    if (told === at || fresh()) return;
    told = at;
    said!.classList.toggle("wl-unseen", !over);
    const many = fill(words[parts[at] === 1 ? "timer_minute" : "timer_minutes"], { minutes: String(parts[at]) });
    said!.textContent = over ? (words.timer_over ?? "") : parts.length > 1 ? `${partOf(at)}: ${many}` : many;
  }

  const partOf = (at: number): string => fill(words.timer_part, { number: String(at + 1), of: String(parts.length) });

  function back(): void {
    [ran, since, told] = [0, null, -1];
    said!.textContent = "";
  }

  run!.addEventListener("click", () => {
    if (spent() >= whole) back();
    [ran, since] = [spent(), since === null ? performance.now() : null];
    show();
  });
  reset!.addEventListener("click", () => {
    back();
    show();
  });
  // A tab that slept shows at once where the time is.
  document.addEventListener("visibilitychange", show);
  addEventListener("pageshow", show);
  show();
  root.hidden = false;
};

function put(element: HTMLElement, text = ""): void {
  if (element.textContent !== text) element.textContent = text;
}

/** 6:05 for six minutes and five seconds; a second that has begun is still there. */
function clock(rest: number): string {
  const seconds = Math.ceil(rest / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// A calendar of what was noted on which day, and rows in order on one line of time.
import { fill } from "../../../../client/status";
import type { Answer, Panel, Row } from "./data";
import { choiceMark, html, legend, svg } from "./svg";

type Words = Readonly<Record<string, string>>;
const DAY = 86_400_000;

interface Month {
  /** The first day. */
  start: Date;
  days: Map<number, Answer>;
}

export function calendar(panel: Panel, lang: string, words: Words): HTMLElement {
  const { answers, words: choices } = panel.series[0]!;
  const found = months(panel, answers).map((month) => sheet(month, choices, lang));
  const counted = tally(answers, choices);
  const keys = counted.filter(([, count]) => count > 0).map(([said, count, n]): [SVGElement, string] => [choiceMark(n, 9, 9), fill(words.chart_times, { words: said, count: String(count) })]);
  const months_ = html("div", "wl-months", ...found);
  months_.setAttribute("role", "img");
  months_.setAttribute("aria-label", keys.map(([, said]) => said).join(", ") || panel.rows.map(({ name }, at) => `${name}: ${answers[at]?.said}`).join(", "));
  return html("div", "", months_, ...(keys.length ? [legend(keys)] : []));
}

/** Choices, how often each was made, and their marks. Numbers stand for themselves. */
function tally(answers: Answer[], choices: string[]): [string, number, number][] {
  const said = answers.filter(({ worth }) => worth === null || !choices.length).map((each) => each.said);
  const named = choices.length ? choices : isNumbers(answers) ? [] : [...new Set(said)];
  return named.map((each, n) => [each, said.filter((one) => one === each).length, n]);
}

const isNumbers = (answers: Answer[]): boolean => answers.some(({ worth, said }) => worth !== null && /\d/.test(said));

function months({ rows }: Panel, answers: Answer[]): Month[] {
  const found = new Map<string, Month>();
  rows.forEach(({ day }, at) => {
    const answer = answers[at];
    if (!day || !answer?.said) return;
    const key = day.slice(0, 7);
    if (!found.has(key)) found.set(key, { start: new Date(`${key}-01`), days: new Map() });
    found.get(key)!.days.set(Number(day.slice(8)), answer);
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, month]) => month);
}

function sheet({ start, days }: Month, choices: string[], lang: string): HTMLElement {
  const said = (date: Date, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(lang, { ...options, timeZone: "UTC" }).format(date);
  const first = firstDay(lang);
  const lead = (start.getUTCDay() - first + 7) % 7;
  const length = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  const monday = Date.UTC(2024, 0, 7 + first);
  const heads = Array.from({ length: 7 }, (_none, n) => html("span", "wl-week-day", said(new Date(monday + n * DAY), { weekday: "narrow" })));
  const before = Array.from({ length: lead }, () => html("span"));
  const cells = Array.from({ length }, (_none, n) => cell(n + 1, days.get(n + 1), choices));
  return html("div", "wl-month", html("p", "wl-plot-label", said(start, { month: "long", year: "numeric" })), html("div", "wl-days", ...heads, ...before, ...cells));
}

function cell(day: number, answer: Answer | undefined, choices: string[]): HTMLElement {
  const made = html("span", answer ? "wl-day wl-noted" : "wl-day", html("small", "", String(day)));
  const at = answer ? choices.indexOf(answer.said) : -1;
  if (answer && answer.worth !== null && at < 0 && /\d/.test(answer.said)) made.append(html("b", "", answer.said));
  else if (answer) made.append(svg("svg", { width: 16, height: 16 }, choiceMark(Math.max(at, 0), 8, 8)));
  return made;
}

/** 0 is Sunday. Where a browser does not know, weeks begin on Monday. */
function firstDay(lang: string): number {
  const locale = new Intl.Locale(lang) as Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } };
  return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) % 7;
}

/** Rows in order: their words, the day where there is one, and what was chosen for them. */
export function timeline({ rows, series: [series] }: Panel, day: (row: Row) => string): HTMLElement {
  return html("ol", "wl-timeline", ...rows.map((row, at) => {
    const quiet = [row.day && row.own ? day(row) : "", series?.answers[at]?.said ?? ""].filter(Boolean).join(" · ");
    const dot = svg("svg", { width: 18, height: 18, "aria-hidden": "true" }, choiceMark(0, 9, 9));
    return html("li", "", dot, html("span", row.own ? "wl-own-words" : "", row.name), ...(quiet ? [html("span", "wl-hint", quiet)] : []));
  }));
}

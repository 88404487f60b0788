// A picture in words.
import { fill } from "../../../../client/status";
import type { Answer, Panel, Row, Series } from "./data";

type Words = Readonly<Record<string, string>>;
interface Point { row: Row; answer: Answer }

const points = ({ rows }: Panel, series: Series): Point[] =>
  series.answers.map((answer, at) => ({ row: rows[at]!, answer })).filter(({ answer }) => answer.worth !== null);

const say = (word: string | undefined, { row, answer }: Point): string => fill(word, { name: row.name, value: answer.said });

/** What a line of days or rows comes to: the highest and the last. */
export function course(panel: Panel, series: Series, words: Words): string {
  const found = points(panel, series);
  const last = found[found.length - 1];
  if (!last) return "";
  if (found.length === 1) return say(words.chart_one, last);
  const most = highest(found);
  return most.answer.worth === last.answer.worth ? say(words.chart_last_highest, last) : `${say(words.chart_highest, most)} ${say(words.chart_last, last)}`;
}

/** What a series over rows comes to: the highest and the lowest. */
export function range(panel: Panel, series: Series, words: Words): string {
  const found = points(panel, series);
  const label = panel.series.length > 1 ? `${series.label}: ` : "";
  if (!found.length) return "";
  if (found.length === 1) return label + say(words.chart_one, found[0]!);
  const low = found.reduce((least, each) => (each.answer.worth! < least.answer.worth! ? each : least));
  return `${label}${say(words.chart_highest, highest(found))} ${say(words.chart_lowest, low)}`;
}

const highest = (found: Point[]): Point => found.reduce((most, each) => (each.answer.worth! > most.answer.worth! ? each : most));

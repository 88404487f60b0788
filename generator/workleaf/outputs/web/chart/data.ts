// What the page says of a chart, and what the answers make of it: rows, series, numbers and their words.
import type { Tree, Value } from "../../../../client/contract";

export type Pair<Second> = [string, Second];

/** A series as the page gives it; empty values are left out. */
interface SeriesData {
  label?: string;
  tree?: Tree;
  words?: Pair<string>[];
  points?: Pair<number>[];
  ends?: [number, number];
  endWords?: [string, string];
}

interface PanelData {
  shape: "each" | "named" | "listed";
  label?: string;
  rows?: Pair<string>[];
  other?: Tree;
  names?: Tree;
  dates?: Tree;
  series: SeriesData[];
}

export interface ChartData {
  type: "bar" | "paired_bar" | "dots" | "line" | "radar" | "calendar" | "timeline";
  sort?: boolean;
  panels: PanelData[];
}

export interface Answer {
  /** What it is worth; null for no number. */
  worth: number | null;
  /** Its words; empty where nothing is answered. */
  said: string;
}

export interface Series {
  label: string;
  answers: Answer[];
  low: number;
  high: number;
  /** Both ends are known: they can stand beside the picture. */
  bounded: boolean;
  ends: [string, string];
  /** The choices in their order, for marks. */
  words: string[];
}

export interface Row {
  name: string;
  /** The reader's own words. */
  own: boolean;
  day: string;
}

export interface Panel {
  label: string;
  rows: Row[];
  series: Series[];
}

/** What works trees out, and the words and language of the page. */
export interface Source {
  work(tree: Tree): Value;
  words: Readonly<Record<string, string>>;
  lang: string;
}

/** The panels of a chart that have something to show. */
export const panels = (chart: ChartData, source: Source): Panel[] =>
  chart.panels.map((each) => panel(each, chart, source)).filter((each) => each.series.length > 0);

function panel(data: PanelData, chart: ChartData, source: Source): Panel {
  const rows = rowsOf(data, source);
  const found = data.series.map((each) => series(each, data, rows.length, source));
  const shape = data.shape === "each" ? [together(found)] : found;
  const timeline = chart.type === "timeline";
  // A series without any answer, such as that of somebody who has not shared theirs, leaves no trace.
  const kept = shape.filter((each) => timeline || each.answers.some(({ said }) => said));
  // Of rows to begin with, those stand in line that the reader chose something for.
  const isChosen = (at: number): boolean => !!found[0]?.answers[at]?.said || !!rows[at]?.day;
  const chosen = timeline && rows.some((_row, at) => isChosen(at));
  const stands = (row: Row, at: number): boolean => (timeline ? !!row.name && (!chosen || isChosen(at)) : chart.type === "radar" || kept.some((each) => each.answers[at]?.said));
  const standing = rows.map(stands);
  const made = { label: data.label ?? "", rows, series: kept };
  return pick(made, order(made, standing, !!chart.sort));
}

/** The places of the rows that stand, sorted where that is wanted. */
function order({ rows, series: all }: Panel, standing: boolean[], sort: boolean): number[] {
  const places = rows.map((_row, at) => at).filter((at) => standing[at]);
  const worth = (at: number): number => Math.max(...all.map((each) => each.answers[at]?.worth ?? -Infinity));
  return sort ? places.sort((a, b) => (worth(b) > worth(a) ? 1 : worth(b) < worth(a) ? -1 : a - b)) : places;
}

const pick = ({ label, rows, series: all }: Panel, places: number[]): Panel => ({
  label,
  rows: places.map((at) => rows[at]!),
  series: places.length ? all.map((each) => ({ ...each, answers: places.map((at) => each.answers[at]!) })) : [],
});

function rowsOf(data: PanelData, source: Source): Row[] {
  const plain = (name: string): Row => ({ name, own: false, day: "" });
  if (data.shape === "each") return data.series.map(({ label }) => plain(label ?? ""));
  if (data.shape === "named") {
    const other = data.other ? source.work(data.other) : null;
    return (data.rows ?? []).map(([value, name]) => (value === "other" && other ? { name: String(other), own: true, day: "" } : plain(name)));
  }
  const [names, dates] = [list(data.names, source), list(data.dates, source)];
  const count = Math.max(names.length, dates.length, ...data.series.map((each) => list(each.tree, source).length));
  return Array.from({ length: count }, (_none, at) => listed(names[at], dates[at], !data.names && !data.dates, at, source));
}

function listed(name: Value | undefined, date: Value | undefined, numbered: boolean, at: number, source: Source): Row {
  const day = typeof date === "string" ? date : "";
  const words = typeof name === "string" || typeof name === "number" ? String(name) : "";
  const usual = day && !words ? inWords(day, source.lang) : numbered || (!words && !day) ? `${source.words.row ?? ""} ${at + 1}` : "";
  return { name: words || usual, own: !!words, day };
}

const list = (tree: Tree | undefined, source: Source): Value[] => {
  const found = tree === undefined ? null : source.work(tree);
  return Array.isArray(found) ? found : [];
};

/** The value of each row, in the order of the rows. */
function valuesOf(data: SeriesData, around: PanelData, count: number, source: Source): (Value | undefined)[] {
  if (around.shape === "listed") return Array.from({ length: count }, (_none, at) => list(data.tree, source)[at]);
  const found = data.tree === undefined ? null : source.work(data.tree);
  if (around.shape === "each") return [found];
  const rows = (found && typeof found === "object" && !Array.isArray(found) ? found : {}) as Record<string, Value>;
  return (around.rows ?? []).map(([value]) => (Object.prototype.hasOwnProperty.call(rows, value) ? rows[value] : null));
}

function series(data: SeriesData, around: PanelData, count: number, source: Source): Series {
  const answers = valuesOf(data, around, count, source).map((value) => answer(value ?? null, data, source));
  const [low, high] = data.ends ?? nice(answers);
  const worth = (each: Answer | number): string => {
    const number = typeof each === "number" ? each : 0;
    const words = (data.words ?? []).find(([value]) => (pointsOf(value, data) ?? Number(value)) === number)?.[1];
    const end = words ?? data.endWords?.[number === low ? 0 : 1];
    return end && end !== format(number, source.lang) ? `${format(number, source.lang)} = ${end}` : format(number, source.lang);
  };
  const ends: [string, string] = [worth(low), worth(high)];
  return { label: data.label ?? "", answers, low, high, bounded: !!data.ends, ends, words: (data.words ?? []).map(([, words]) => words) };
}

const pointsOf = (value: string, data: SeriesData): number | undefined => data.points?.find(([each]) => each === value)?.[1];

function answer(value: Value, data: SeriesData, source: Source): Answer {
  if (value === null || typeof value === "boolean") return { worth: null, said: "" };
  if (typeof value === "object") return { worth: 1, said: source.words.chart_entry ?? "" };
  const key = String(value);
  const worth = pointsOf(key, data) ?? (typeof value === "number" ? value : null);
  const words = data.words?.find(([each]) => each === key)?.[1];
  return { worth, said: words ?? (typeof value === "number" ? format(value, source.lang) : key) };
}

/** Single answers stand below each other as one series; each keeps its own ends. */
function together(all: Series[]): Series {
  const answers = all.map(({ answers: [only] }) => only ?? { worth: null, said: "" });
  const same = all.every(({ low, high, bounded }) => bounded && low === all[0]!.low && high === all[0]!.high);
  const low = Math.min(...all.map((each) => each.low));
  const high = Math.max(...all.map((each) => each.high));
  return { label: "", answers, low, high, bounded: same, ends: all[0]?.ends ?? ["", ""], words: [] };
}

/** Round ends for numbers without any of their own. */
function nice(answers: Answer[]): [number, number] {
  const found = answers.map(({ worth }) => worth).filter((each): each is number => each !== null);
  const [least, most] = [Math.min(0, ...found), Math.max(0, ...found)];
  const step = 10 ** Math.floor(Math.log10(Math.max(most, -least, 1)));
  return [Math.floor(least / step) * step, Math.max(Math.ceil(most / step) * step, least < 0 ? 0 : step)];
}

export const format = (value: number, lang: string): string => new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(value);

/** A date as people of this language say it. */
export const inWords = (day: string, lang: string, style: "medium" | "long" = "medium"): string => {
  const date = new Date(day);
  return Number.isNaN(date.getTime()) ? day : new Intl.DateTimeFormat(lang, { dateStyle: style, timeZone: "UTC" }).format(date);
};

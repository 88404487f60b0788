// The same answers as a table, which stands beside every picture.
import type { Panel } from "./data";
import { html } from "./svg";

type Words = Readonly<Record<string, string>>;

export function table(panel: Panel, words: Words): HTMLElement {
  const head = [html("td"), ...panel.series.map(({ label }) => scoped("col", label || words.chart_value || ""))];
  if (panel.rows.every(({ day, own }) => day && !own)) head[0] = scoped("col", words.chart_date ?? "");
  const rows = panel.rows.map((row, at) => html("tr", "", scoped("row", row.name), ...panel.series.map(({ answers }) => html("td", "", answers[at]?.said || (words.chart_empty ?? "")))));
  const made = html("table", "wl-figures", html("thead", "", html("tr", "", ...head)), html("tbody", "", ...rows));
  if (panel.label) made.prepend(html("caption", "", panel.label));
  return made;
}

function scoped(scope: string, words: string): HTMLElement {
  const made = html("th", "", words);
  made.setAttribute("scope", scope);
  return made;
}

// The same answers as a table, which stands beside every picture.
import type { Panel } from "./data";
import { html } from "./svg";

type Words = Readonly<Record<string, string>>;

export function table(panel: Panel, words: Words): HTMLElement {
  const answered = panel.series.filter(({ answers }) => answers.some(({ said }) => said));
  const columns = answered.map(({ label, answers }) => ({ label: label || words.chart_value, cell: (at: number) => answers[at]?.said || words.chart_empty }));
  // Rows in order, with nothing beside them, have their places.
  const shown = columns.length ? columns : [{ label: words.order_place, cell: (at: number) => String(at + 1) }];
  const head = [html("td"), ...shown.map(({ label }) => scoped("col", label ?? ""))];
  if (panel.rows.every(({ day, own }) => day && !own)) head[0] = scoped("col", words.chart_date ?? "");
  const rows = panel.rows.map((row, at) => html("tr", "", scoped("row", row.name), ...shown.map(({ cell }) => html("td", "", cell(at) ?? ""))));
  const made = html("table", "wl-figures", html("thead", "", html("tr", "", ...head)), html("tbody", "", ...rows));
  if (panel.label) made.prepend(html("caption", "", panel.label));
  return made;
}

function scoped(scope: string, words: string): HTMLElement {
  const made = html("th", "", words);
  made.setAttribute("scope", scope);
  return made;
}

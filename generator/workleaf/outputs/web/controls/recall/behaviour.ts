// Earlier answers, shown once the reader adds them: read from where they are kept, never taken over silently.
import type { Behaviour, Value } from "../../../../../client/contract";
import { type Stored, kept } from "../../../../../client/earlier";
import { type Earlier, type Work, answer, worker } from "../../../../../client/elsewhere";
import { isTouched } from "../../../../../client/fields";
import { show } from "../../chart/behaviour";
import type { ChartData, Source } from "../../chart/data";
import { html } from "../../chart/svg";
import { inside, render } from "./words";

/** An earlier answer with its chart. */
interface Charted extends Earlier {
  chart?: ChartData;
}

export const ADDED = "added";

export const behaviour: Behaviour = (root, sheet) => {
  const data = JSON.parse(root.querySelector(":scope > script")?.textContent || "{}") as { sources: Charted[] };
  const find = <Found extends HTMLElement>(name: string): Found | null => root.querySelector<Found>(`[data-wl-${name}]`);
  const [own, body, nothing, toggle, out, taken] = [find<HTMLInputElement>("answer"), find("recalled"), find("nothing"), find("toggle"), find("out"), find("in")];
  if (!own || !body) return;
  const others = [...new Set(data.sources.map(({ worksheet }) => worksheet).filter(Boolean))] as string[];
  const stored = new Map<string, Stored>();
  let drawn = "";

  async function load(): Promise<void> {
    for (const worksheet of others) stored.set(worksheet, await kept(sheet.form, worksheet, data.sources.find((each) => each.worksheet === worksheet)?.moved));
    update();
  }

  /** What works out the trees of the worksheet that a source stands in. */
  const work = (each: Charted): Work => (each.worksheet ? worker(each, stored.get(each.worksheet)) : sheet.evaluate);

  function update(): void {
    const found = data.sources.map((each) => ({ each, work: work(each) })).map((one) => ({ ...one, value: answer(one.each, one.work, { root, host: body!, words: sheet.words }) }));
    const some = found.some(({ value: each }) => each !== null);
    const added = own!.value === ADDED;
    if (nothing) nothing.hidden = some || stored.size < others.length;
    if (toggle) toggle.hidden = !some && !added;
    if (out) out.hidden = added;
    if (taken) taken.hidden = !added;
    root.toggleAttribute("data-added", some && added);
    const state = JSON.stringify([added, found.map(({ value: each }) => each)]);
    if (state === drawn) return;
    drawn = state;
    body!.replaceChildren(...(added ? found : []).filter((each) => each.value !== null).map(({ each, work, value: known }) => earlier(each, work, known)));
  }

  function earlier(each: Charted, work: Work, known: Value): HTMLElement {
    const { shape, label } = inside(each.places[0]!, each.part ?? []);
    const words = { lang: sheet.form.lang || "en", words: sheet.words, other: work(["v", `${each.places[0]!.item}__other`]) };
    const made = html("div", "wl-earlier", html("p", "wl-earlier-label", label));
    if (each.chart) made.append(picture(each.chart, { ...words, work }));
    made.append(render(shape, known, words));
    return made;
  }

  function picture(chart: ChartData, source: Source): HTMLElement {
    const figure = html("figure", "wl-chart", html("div", "wl-picture"));
    figure.firstElementChild?.setAttribute("data-wl-picture", "");
    show(figure, chart, source, true);
    return figure;
  }

  toggle?.addEventListener("click", () => {
    own.value = own.value === ADDED ? "" : ADDED;
    sheet.changed(own);
    update();
  });
  // Another tab may have filled the other worksheet in meanwhile.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && root.isConnected && void load());
  addEventListener("pageshow", ({ persisted }) => persisted && void load());
  // On a blank sheet there is room to copy them by hand.
  addEventListener("beforeprint", () => root.toggleAttribute("data-blank", !isTouched(sheet.form)));
  sheet.onRefresh(update);
  void load();
};

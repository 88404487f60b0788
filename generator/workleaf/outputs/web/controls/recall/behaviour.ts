// Earlier answers, shown once the reader adds them: read from where they are kept, never taken over silently.
import type { Behaviour, Tree, Value } from "../../../../../client/contract";
import { type Place, type Stored, evaluate, kept, reader } from "../../../../../client/earlier";
import { isTouched } from "../../../../../client/fields";
import { show } from "../../chart/behaviour";
import type { ChartData, Source } from "../../chart/data";
import { html } from "../../chart/svg";
import { inside, render } from "./words";

/** An earlier answer as the page describes it; without a worksheet it stands in this one. */
interface Earlier {
  worksheet?: string;
  part?: string[];
  start?: [path: string, text: string][];
  places: Place[];
  chart?: ChartData;
}

export const ADDED = "added";

export const behaviour: Behaviour = (root, sheet) => {
  const data = JSON.parse(root.querySelector(":scope > script")?.textContent || "{}") as { sources: Earlier[] };
  const find = <Found extends HTMLElement>(name: string): Found | null => root.querySelector<Found>(`[data-wl-${name}]`);
  const [answer, body, nothing, toggle, out, taken] = [find<HTMLInputElement>("answer"), find("recalled"), find("nothing"), find("toggle"), find("out"), find("in")];
  if (!answer || !body) return;
  const others = [...new Set(data.sources.map(({ worksheet }) => worksheet).filter(Boolean))] as string[];
  const stored = new Map<string, Stored>();
  let drawn = "";

  async function load(): Promise<void> {
    for (const worksheet of others) stored.set(worksheet, await kept(sheet.form, worksheet));
    update();
  }

  /** What works out the trees of the worksheet that a source stands in. */
  function worker({ worksheet, places, start }: Earlier): (tree: Tree) => Value {
    if (!worksheet) return sheet.evaluate;
    const found = stored.get(worksheet);
    if (!found?.size) return () => null;
    const read = reader(places, new Map([...(start ?? []), ...found]));
    return (tree) => evaluate(tree, read);
  }

  function update(): void {
    const found = data.sources.map((each) => ({ each, work: worker(each) })).map((one) => ({ ...one, value: value(one.each, one.work) }));
    const some = found.some(({ value: each }) => each !== null);
    const added = answer!.value === ADDED;
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

  /** The answer's own words, or a text put together from that worksheet's answers. */
  function value({ worksheet, part, places: [first] }: Earlier, work: (tree: Tree) => Value): Value {
    const tree = (part ?? []).reduce<Tree>((inner, key) => ["get", inner, key], own(first!));
    const found = work(tree);
    if (found !== null || !letter(worksheet, first!)) return found;
    const text = written(first!, worksheet, work);
    return text === null ? null : { text };
  }

  const own = (place: Place): Tree => place.tree ?? ["v", place.item];
  const letter = (worksheet: string | undefined, { item }: Place): HTMLTemplateElement | null =>
    root.querySelector<HTMLTemplateElement>(`template[data-wl-letter="${worksheet ?? ""}/${item}"]`);

  /** Null while none of its blanks is filled. */
  function written(place: Place, worksheet: string | undefined, work: (tree: Tree) => Value): string | null {
    const made = html("div");
    made.append(letter(worksheet, place)!.content.cloneNode(true));
    body!.append(made);
    const slots = [...made.querySelectorAll<HTMLElement>(".wl-slot")];
    if (!place.shown.every((tree) => work(tree) === true)) slots.length = 0;
    globalThis.workleafLogic?.fillSlots(slots, work, sheet.words);
    made.remove();
    const filled = slots.some((slot) => slot.textContent && !slot.querySelector(".wl-blank"));
    for (const blank of made.querySelectorAll(".wl-unseen, [hidden]")) blank.remove();
    for (const blank of made.querySelectorAll(".wl-blank")) blank.replaceWith("…");
    return filled ? [...made.children].map((block) => block.textContent?.trim()).filter(Boolean).join("\n\n") : null;
  }

  function earlier(each: Earlier, work: (tree: Tree) => Value, known: Value): HTMLElement {
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
    answer.value = answer.value === ADDED ? "" : ADDED;
    sheet.changed(answer);
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

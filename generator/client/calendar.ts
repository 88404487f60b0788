// Dates for the reader's own calendar: what would stand there, and the file.
import type { Behaviour, Value } from "./contract";
import { dayInWords, isDay, isTime, today } from "./days";
import { fileName, save } from "./giving";
import { type Reminder, calendar as file } from "./ics";
import { line } from "./letters";
import { fill } from "./status";

export const calendar: Behaviour = (root, { form, id, words, value, onRefresh }) => {
  const find = (name: string): HTMLElement | null => root.querySelector(`[data-wl-${name}]`);
  const entries = [...root.querySelectorAll<HTMLElement>("[data-wl-entry]")];
  const said = find("said");
  const tools = find("tools");
  const answer = (item: string | undefined): Value => (item ? value(item) : null);

  /** What an entry would be now; null while its date is missing. */
  function planned(entry: HTMLElement): Reminder | null {
    const { date, time, every = "", times = "1" } = entry.dataset;
    const [day, hour] = [date ? answer(date) : today(), answer(time)];
    if (!isDay(day)) return null;
    const shown = entry.querySelector("[data-wl-title]")!.cloneNode(true) as HTMLElement;
    for (const blank of shown.querySelectorAll(".wl-blank")) blank.remove();
    const title = line(shown).replace(/\s+/g, " ").trim();
    return {
      id: [form.dataset.site, id, entry.dataset.wlEntry].join("/"),
      title: title || (words.calendar_untitled ?? ""),
      day,
      time: isTime(hour) ? hour : "",
      every,
      times: Number(times),
    };
  }

  function inWords({ day, time, every, times }: Reminder): string {
    const date = dayInWords(day, form.lang);
    const when = time ? fill(words.calendar_at, { day: date, time }) : date;
    return every ? fill(words[`calendar_${every}`], { times: String(times), day: when }) : when;
  }

  onRefresh(() => {
    for (const entry of entries) {
      const found = planned(entry);
      const when = entry.querySelector("[data-wl-when]")!;
      const text = found ? inWords(found) : fill(words.calendar_missing, { question: entry.dataset.asked ?? "" });
      if (when.textContent !== text) when.textContent = text;
    }
  });
  find("add-dates")?.addEventListener("click", () => {
    const found = entries.map(planned).filter((each): each is Reminder => !!each);
    const name = fileName("ics");
    if (found.length) save(name, file(found, new Date()), "text/calendar;charset=utf-8");
    if (said) said.textContent = found.length ? fill(words.calendar_made, { file: name }) : (words.calendar_none ?? "");
  });
  if (tools) tools.hidden = false;
};

// A calendar file (RFC 5545): days stay days and times of day stay what the reader's clock shows, in every time zone.

export interface Reminder {
  /** The same each time, so that a calendar knows the entry again. */
  id: string;
  title: string;
  /** An ISO day. */
  day: string;
  /** A time of day, empty for the whole day. */
  time: string;
  every: string;
  times: number;
}

const END = "\r\n";
const LONGEST = 75;
const REPEATED: Record<string, string> = { day: "DAILY", week: "WEEKLY" };

/** The file; `now` is the moment at which it is made. */
export function calendar(reminders: Reminder[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//workleaf//notes//EN", ...reminders.flatMap((each) => event(each, stamp)), "END:VCALENDAR"];
  return lines.map((line) => fold(line) + END).join("");
}

function event({ id, title, day, time, every, times }: Reminder, stamp: string): string[] {
  const date = day.replace(/-/g, "");
  return [
    "BEGIN:VEVENT",
    `UID:${mark(id)}@workleaf`,
    `DTSTAMP:${stamp}`,
    time ? `DTSTART:${date}T${time.replace(":", "")}00` : `DTSTART;VALUE=DATE:${date}`,
    ...(times > 1 && REPEATED[every] ? [`RRULE:FREQ=${REPEATED[every]};COUNT=${times}`] : []),
    `SUMMARY:${escape(title)}`,
    "CLASS:PRIVATE",
    // A whole day is no appointment: nobody is "busy" for it.
    ...(time ? [] : ["TRANSP:TRANSPARENT"]),
    "END:VEVENT",
  ];
}

/** A text value: nothing in it can end its line. */
export const escape = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\r\n?|[\n\v\f\x85\u2028\u2029]/g, "\n")
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

/** A line in pieces of at most 75 octets; no letter is cut in two. */
export function fold(line: string): string {
  let folded = "";
  let used = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (used + size > LONGEST) {
      folded += `${END} `;
      used = 1;
    }
    folded += letter;
    used += size;
  }
  return folded;
}

/** A name that tells nobody what it was made from (FNV-1a, twice). */
function mark(text: string): string {
  const sum = (start: number): string => {
    let found = start;
    for (const octet of new TextEncoder().encode(text)) found = Math.imul(found ^ octet, 0x01000193) >>> 0;
    return found.toString(16).padStart(8, "0");
  };
  return sum(0x811c9dc5) + sum(0x9e3779b9);
}

// Days on the reader's own clock, and how people say them.

/** The reader's own day. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The time of day on the reader's own clock. */
export const clock = (): string => new Date().toTimeString().slice(0, 5);

/** It is written as a day, and there is such a day. */
export const isDay = (text: unknown): text is string =>
  typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));

export const isTime = (text: unknown): text is string => typeof text === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** A day in words; one that is no moment, so no time zone moves it. */
export const dayInWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));

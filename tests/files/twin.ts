// What makes the reader's files, laid open for tests that give it thousands of texts.
import { type Reminder, calendar } from "../../generator/client/ics";

/** Each makes a file from one case, as JSON in and out. */
const makers: { [name: string]: (each: never) => string } = {
  calendar: ([reminders, now]: [Reminder[], number]) => calendar(reminders, new Date(now)),
};

Object.assign(globalThis, {
  twin: (name: string, cases: string): string => JSON.stringify((JSON.parse(cases) as never[]).map((each) => makers[name]!(each))),
});

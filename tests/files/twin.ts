// What makes the reader's files, laid open for tests that give it thousands of texts.
import { csv } from "../../generator/client/csv";
import { docx } from "../../generator/client/docx";
import { type Reminder, calendar } from "../../generator/client/ics";
import { markdown } from "../../generator/client/markdown";
import type { Report } from "../../generator/client/report";

const base64 = (data: Uint8Array): string => btoa(String.fromCharCode(...data));

/** Each makes a file from one case, as JSON in and out. */
const makers: { [name: string]: (each: never) => string } = {
  calendar: ([reminders, now]: [Reminder[], number]) => calendar(reminders, new Date(now)),
  csv: ([report, head]: [Report, string[]]) => csv(report, head),
  docx: (report: Report) => base64(docx(report)),
  markdown: (report: Report) => markdown(report),
};

Object.assign(globalThis, {
  twin: (name: string, cases: string): string => JSON.stringify((JSON.parse(cases) as never[]).map((each) => makers[name]!(each))),
});

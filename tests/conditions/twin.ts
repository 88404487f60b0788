// The browser's half of conditions and filling, laid open for the tests that hold it to the Python half.
import { choice, evaluate, occurrences, typedNumber } from "../../generator/client/conditions";
import type { Tree, Value } from "../../generator/client/contract";
import { fillSlots, isGone, phrase, type Piece, settle } from "../../generator/client/filling";

type Answers = { [id: string]: Value };
const own = (answers: Answers, id: string): Value => (Object.prototype.hasOwnProperty.call(answers, id) ? answers[id]! : null);

/** Each answers a list of cases, as JSON in and out. */
const twin: { [name: string]: (each: never) => unknown } = {
  evaluate: ([tree, answers]: [Tree, Answers]) => evaluate(tree, (id) => own(answers, id)),
  choice: (text: string) => choice(text),
  typedNumber: (text: string) => typedNumber(text),
  occurrences: ([text, words, after]: [string, string[], string[]]) => occurrences(text, words, after),
  phrase: ([value, and]: [Value, string]) => phrase(value, and),
  settle: (pieces: Piece[]) => [settle(pieces), isGone(pieces)],
};

Object.assign(globalThis, {
  fill: (answers: Answers): void =>
    fillSlots(document.querySelectorAll<HTMLElement>(".wl-slot"), (tree) => evaluate(tree, (id) => own(answers, id)), { and: "1, 2 and 3" }),
  twin: (name: string, cases: string): string => JSON.stringify((JSON.parse(cases) as never[]).map((each) => twin[name]!(each))),
});

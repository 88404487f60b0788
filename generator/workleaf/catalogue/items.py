"""Messages: single items of a worksheet."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

_EXAMPLE = "for example: - text: What is your name?"

ITEMS: dict[str, Entry] = {
    "item-no-type": Entry(
        "an item starts with its type and the words of the question",
        "for example: - text: What is your name?",
    ),
    "type-key": Entry(
        "the type itself comes first here, with the words after it",
        "write '- {type}: {label}' instead of 'type:' and 'label:'",
    ),
    "type-unknown": Entry("unknown type '{type}'{near}", "{known}"),
    "type-elsewhere": Entry("unknown type '{type}' — here it is called '{name}'"),
    "type-not-first": Entry("an item starts with its type", "write '{type}:' first, after '- '"),
    "type-second": Entry(
        "'{type}' is a type, and this item already has one", "start a new item with '- {type}:'"
    ),
    "label-missing": Entry("the words are missing after '{type}:'", _EXAMPLE),
    "label-key": Entry(
        "unknown key '{key}' — the words stand right after the type", "write '- {type}: …'"
    ),
    "not-in-rows": Entry("'{type}' does not fit into the rows of a {where}", "these do: {types}"),
    "not-in-sheets": Entry("'{type}' does not fit into a group that repeats", "these do: {types}"),
    "repeat-shape": Entry(
        "'repeat' should be written like '1 to 5' or '3', not '{found}'", "at most {most}"
    ),
    "repeat-both": Entry("'repeat' and 'repeat_for' exclude each other", "keep one"),
    "repeat-for": Entry(
        "there is no choose_many '{name}' to repeat the group for{near}",
        "name one of this worksheet",
    ),
    "repeat-for-names": Entry(
        "with 'repeat_for' the picks are the names, so '{key}' has no place", "take it out"
    ),
    "group-no-answer": Entry(
        "'{key}' speaks of an answer, and a group that does not repeat has none",
        "write it at the items inside",
    ),
    "choices-missing": Entry(
        "'{type}' has no choices", "add a line 'choices:' with '- ' lines below"
    ),
    "choices-both": Entry("'choices' and 'choices_from' exclude each other", "keep one"),
    "choices-empty": Entry("'{key}' holds nothing to choose from", "add lines like 'money: Money'"),
    "choices-too-many": Entry(
        "'{key}' holds {count} choices; {most} is the most", "ask in two steps, or let people write"
    ),
    "choices-from": Entry(
        "there is no grid or choose_many '{name}' to take choices from{near}",
        "name a grid or choose_many that stands earlier in this worksheet",
    ),
    "choices-limit": Entry(
        "'{key}' is {found}, but there are {count} choices", "write a number from 1 to {count}"
    ),
    "choice-twice": Entry("'{value}' stands in this list twice", "first on line {line}; keep one"),
    "choice-words": Entry(
        "the words of a choice are one text",
        "write '{value}: Words', in double quotes if ': ' is in them",
    ),
    "list-unknown": Entry("there is no list of choices '{name}'{near}", "lists by name: {known}"),
    "default-choice": Entry("'{found}' is not one of the choices{near}", "choices: {known}"),
    "default-and-start": Entry("'default' and 'start_with' say the same here", "keep one"),
    "default-order": Entry(
        "the default puts each choice into the order once, and up to {places} of them",
        "for example: default: [honesty, time]",
    ),
    "default-limits": Entry(
        "'{found}' is outside the limits of this question",
        "write one between its smallest and its largest",
    ),
    "default-shape": Entry(
        "the answer to start with should be {shape}",
        "write it after 'default:', or take the line out",
    ),
    "default-none": Entry(
        "'{type}' takes no default",
        "a letter begins with its template; entries of a tracker come with their day",
    ),
    "grid-ways-none": Entry(
        "a grid needs 'range', 'choices' or 'columns'", "for example: range: 0 to 10"
    ),
    "grid-ways-many": Entry("a grid has one of 'range', 'choices' and 'columns'", "keep one"),
    "grid-columns-own": Entry("with 'columns', each column has its own '{key}'", "move it there"),
    "row-and-column": Entry("'{id}' is a row and a column", "give the column another id"),
    "rows-shape": Entry(
        "'rows' should be written like '12' or '3 to 10', not '{found}'", "at most {most}"
    ),
    "start-with-too-many": Entry(
        "{count} rows to start with, but only {most} in all",
        "take some out, or raise the second number of 'rows:'",
    ),
    "start-with-shape": Entry(
        "a row to start with is words for the first column, or 'column: words' lines",
        "for example: - Call my sister",
    ),
    "column-unknown": Entry("there is no column '{name}'{near}", "columns: {known}"),
    "tracker-times": Entry("'for' is from 1 to {most}, not {found}", "write for example: for: 12"),
    "plan-no-box": Entry("this plan has nothing to fill in", "write … where the box is: I will …"),
    "plan-boxes": Entry("each half of a plan has one box", "keep one …"),
    "lines-range": Entry("'lines' is from 1 to 60, not {found}", "write for example: lines: 5"),
    "timer-in-rows": Entry(
        "a timer does not fit into rows", "give it to the whole table, grid or tracker"
    ),
    "timer-minutes": Entry(
        "a timer runs 1 to 180 minutes, not {found}", "for example: timer: 7, or timer: [7, 5]"
    ),
    "checkbox-maybe": Entry("one box to tick has no third answer", "take 'style: checkbox' out"),
    "date-shape": Entry("'{found}' is no date", "a date is written 2026-11-23"),
    "time-shape": Entry("'{found}' is no time of day", "a time is written 09:30"),
    "score-ways": Entry(
        "a score has one of 'sum', 'mean' and 'formula'", "for example: sum: trust"
    ),
    "score-formula-only": Entry(
        "'{key}' goes with 'sum' and 'mean', not with 'formula'",
        "take the line out, or use 'sum' or 'mean'",
    ),
    "score-itself": Entry(
        "the score '{name}' is worked out from itself", "take its own name out of its formula"
    ),
    "score-circle": Entry(
        "these scores need each other, so none can ever be worked out: {names}",
        "let one of them count answers instead of a score",
    ),
    "bands-order": Entry(
        "bands go from low to high, but {here} comes after {before}",
        "put the bands in order, lowest first",
    ),
    "needs-shape": Entry(
        "'needs' is all, half, any or a number up to {count}, not '{found}'",
        "write for example: needs: half",
    ),
    "reverse-unknown": Entry(
        "'{name}' is not counted by this score{near}", "name one of what 'sum' or 'mean' counts"
    ),
    "reverse-endless": Entry(
        "'{name}' cannot be turned round: it has no smallest and largest number",
        "give it 'min' and 'max'",
    ),
    "shown-by-itself": Entry(
        "'{name}' decides whether it is shown itself, so it never is",
        "name another question in this condition",
    ),
    "shown-circle": Entry(
        "these wait for each other, so none of them can ever come first: {names}",
        "take one of these conditions out, or let it name another question",
    ),
    "condition-later": Entry(
        "this depends on '{name}', which comes later: the reader would have to go back",
        "move the question '{name}' above this one",
        "warning",
    ),
    "from-in-rows": Entry(
        "'from' starts a whole question, not a column", "write it at the item around the rows"
    ),
    "from-and-default": Entry(
        "a default counts as answered, so what 'from' names would never be offered", "keep one"
    ),
    "from-gated": Entry(
        "'{name}' is put together only behind its gate, so it cannot be offered",
        "offer the answers that it is made of",
    ),
    "from-mismatch": Entry(
        "'{name}' cannot become an answer to this {type}",
        "a text or a long_text takes every answer; other types take what has the same values",
    ),
    "elsewhere-worksheet": Entry(
        "there is no worksheet '{name}'{near}", "an answer is named like this: worksheet.item"
    ),
    "answer-unknown": Entry(
        "there is no answer '{name}'{near}",
        "write an id that stands in that worksheet, and after a point its row or column",
    ),
    "answer-none": Entry(
        "'{name}' has no answer: it is only a heading or a text to read",
        "name a question that people answer",
    ),
    "answer-not-given": Entry(
        "'{name}' is kept from other worksheets",
        "name another answer; this one says 'store: never' or 'share: never'",
    ),
    "series-private": Entry(
        "the other person's '{name}' is not shared", "it would need 'share: ok'"
    ),
    "chart-path": Entry(
        "a chart shows answers, not something worked out", "name an item, a row or a column"
    ),
    "chart-in-rows": Entry(
        "a chart stands under the whole table, grid or tracker, not in a column",
        "move it out, and name the column under 'of'",
    ),
    "chart-sort": Entry(
        "'sort' goes with bars and dots; a '{type}' keeps its order", "take 'sort' out"
    ),
    "chart-numbers": Entry(
        "'{type}' draws numbers, and '{name}' is {sort}",
        "numbers are: number, scale, score, and choices or grids with whole-number values",
    ),
    "chart-no-numbers": Entry(
        "'{type}' draws numbers, and '{name}' has no column with numbers",
        "add a number or a scale, or take type: timeline",
    ),
    "chart-mixed": Entry(
        "'{name}' and '{first}' do not go into one picture: their answers have different shapes",
        "draw single answers, grids, or columns of tables and trackers",
    ),
    "chart-line": Entry(
        "'line' joins the entries of a tracker or the rows of a table, and '{name}' is neither",
        "take type: bar or type: radar",
    ),
    "chart-radar-list": Entry(
        "'radar' has a spoke for each row of a grid or for each answer, and '{name}' grows",
        "take type: line or type: bar",
    ),
    "chart-radar": Entry(
        "'radar' needs {least} spokes or more, and here are {count}", "take type: bar"
    ),
    "chart-two": Entry(
        "'paired_bar' shows two series, and here are {count}",
        "name two under 'of', for example: of: [now, want]",
    ),
    "chart-calendar": Entry(
        "'calendar' shows the days of a tracker, and '{name}' has no days",
        "put it under a tracker, or take another type",
    ),
    "chart-calendar-one": Entry(
        "'calendar' shows one thing a day, and here are {count}",
        "name one field of the tracker under 'of'",
    ),
    "chart-calendar-text": Entry(
        "'calendar' marks choices and numbers, and '{name}' is neither",
        "name another field of the tracker under 'of'",
    ),
    "chart-timeline": Entry(
        "'timeline' shows rows in order, and '{name}' has none",
        "it goes with a table, a tracker or a ranking",
    ),
    "chart-timeline-one": Entry("'timeline' shows the rows of one item", "keep one under 'of'"),
    "recall-unkept": Entry(
        "'{name}' is kept nowhere, so it is never shown again",
        "it, or its worksheet, says 'store: never'",
    ),
    "recall-gated": Entry(
        "'{name}' stands behind a gate, so it is not shown again elsewhere",
        "recall the answers it is made from",
    ),
    "part-unknown": Entry(
        "there is no shared part '{name}'{near}", "shared parts in _shared.yml: {known}"
    ),
    "use-in-rows": Entry(
        "inside rows a shared part has no 'show_if' of its own",
        "write it at the items of the part",
    ),
    "part-circle": Entry(
        "the shared part '{name}' holds itself", "take 'use: {name}' out of that part"
    ),
}

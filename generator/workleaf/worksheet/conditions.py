"""Conditions and formulas: a tree of JSON data and the one meaning it has, here and in the browser.

The browser's twin is `generator/client/conditions.ts`; a differential test holds them together.

**Values** (JSON): unanswered `None` · text and dates `str` · number `int | float` · one choice `str`
(a whole-number choice is a number) · several choices and rankings a list of them, in order ·
grid `{row: value}` with every row, unanswered ones `None` · grid with columns `{row: {column: value}}` ·
table a list of `{column: value}`, blank rows left out · tracker the same with `date`, oldest first ·
plan, signature `{part: text}`. "Not sure" is the text `not_sure`, an answer but no number.

**Nodes**
| node | meaning |
|---|---|
| number, `true`, `false`, `None` | itself (None is unknown) |
| `["s", text]` | a text |
| `["v", id]` | an item's value; unanswered while the item is hidden. Inside `each`, the row's column first |
| `["w", worksheet, id]` · `["theirs", id]` | the same in another worksheet · in the other person's copy |
| `["get", x, key]` | a row of a grid, a part of a plan; a column of rows as a list; of a grid with columns: the row, else the column as `{row: value}` |
| `["at", x, n]` | the n-th of a list, from 1 |
| `["each", x, tree]` | `tree` worked out in every row of x: a list |
| `["except", list, [values]]` | the list without these (exclusive choices) |
| `["points", x, {value: points}]` | choices as the points they are worth |
| `["words", x, {value: words}]` | choices as their words; words that are empty leave nothing |
| `["and", a, b]` `["or", a, b]` `["not", a]` | three-valued |
| `["is", a, b]` `["is not", a, b]` `["<", a, b]` `["<=", …]` `[">", …]` `[">=", …]` | unknown when either is unanswered; different kinds are not the same; only numbers and ISO dates and times are ordered |
| `["includes", list, x]` `["excludes", list, x]` | unknown when the list is unanswered |
| `["+", a, b]` `["-", …]` `["*", …]` `["/", …]` `["neg", a]` | numbers; division by zero is unknown |
| `["answered", a, …]` | yes when any part of every one is; always known |
| `["sum", a, …]` `["mean", …]` | numbers inside, unanswered skipped; unknown until half of the parts are answered |
| `["min", a, …]` `["max", …]` | numbers inside; unknown when there is none |
| `["tally", "sum" or "mean", needs, leaf, …]` | a score: unknown until `needs` leaves are numbers |
| `["count", x]` `["count_of", list, value]` | how many answers, "not sure" skipped; how often |
| `["round", a]` `["round", a, digits]` | half away from zero |
| `["first", a, …]` `["if", c, a, b]` | the first that is answered; a when c is yes, else b |
| `["last", list]` `["last", list, n]` `["trend", list, n]` | the newest; the newest n; the slope of the newest n; unknown with fewer |
| `["gap", a, b]` | the largest difference, row by row; unknown when no row has both |
| `["days_between", a, b]` | days from a to b; `2026-02-30` is no date |
| `["has_words", x, tip]` | x holds words of a wording tip `{words, after, more_than}` |
"""

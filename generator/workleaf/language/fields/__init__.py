"""The vocabulary: every type of item, in the order in which the manual and editors show them."""

from __future__ import annotations

from typing import Final

from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.choose_many import ChooseMany
from workleaf.language.fields.choose_one import ChooseOne
from workleaf.language.fields.date import Date
from workleaf.language.fields.generated_text import GeneratedText
from workleaf.language.fields.grid import Grid
from workleaf.language.fields.group import Group
from workleaf.language.fields.long_text import LongText
from workleaf.language.fields.note import Note
from workleaf.language.fields.number import Number
from workleaf.language.fields.plan import Plan
from workleaf.language.fields.ranking import Ranking
from workleaf.language.fields.recall import Recall
from workleaf.language.fields.scale import Scale
from workleaf.language.fields.score import Score
from workleaf.language.fields.signature import Signature
from workleaf.language.fields.table import Table
from workleaf.language.fields.text import Text
from workleaf.language.fields.time import Time
from workleaf.language.fields.tracker import Tracker
from workleaf.language.fields.yes_no import YesNo

__all__ = ["BY_NAME", "FIELDS", "Entry", "Field"]

FIELDS: Final[tuple[type[Field], ...]] = (
    Text,
    LongText,
    Number,
    Scale,
    YesNo,
    ChooseOne,
    ChooseMany,
    Ranking,
    Date,
    Time,
    Grid,
    Table,
    Plan,
    Tracker,
    GeneratedText,
    Score,
    Signature,
    Note,
    Recall,
    Group,
)
BY_NAME: Final = {field.type_name: field for field in FIELDS}

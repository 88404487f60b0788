""" "Not sure" beside a scale: an answer, but no number."""

from __future__ import annotations

from workleaf.language import markdown
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Scalar
from workleaf.worksheet.controls import Choice

VALUE = "not_sure"


def offered(option: Scalar | None) -> bool:
    """The option is given and not `no`."""
    return option is not None and option.value.lower() not in ("no", "false")


def own_words(option: Scalar | None) -> Scalar | None:
    """The author's own words, where the option is more than a plain yes."""
    return option if option and option.value.lower() not in ("yes", "true", "no", "false") else None


def words(option: Scalar | None, setting: Setting) -> dict[str, str]:
    """Value and words for conditions; empty where it is not offered."""
    if not offered(option):
        return {}
    own = own_words(option)
    return {VALUE: markdown.words(own) if own else setting.said_words[VALUE]}


def choice(option: Scalar | None, setting: Setting) -> tuple[Choice, ...]:
    """The choice that stands apart."""
    if not offered(option):
        return ()
    own = own_words(option)
    return (Choice(value=VALUE, words=setting.line(own) or setting.said(VALUE), apart=True),)

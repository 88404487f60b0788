"""Pictures: drawings in one visual language, whose words can be translated without drawing again.

A drawing is `pictures/<name>.svg`; its words in another language are `pictures/<name>.<code>.yml`.
"""

from __future__ import annotations

from workleaf.publish.pictures.figure import figure
from workleaf.publish.pictures.gallery import Pictures, read

__all__ = ["Pictures", "figure", "read"]

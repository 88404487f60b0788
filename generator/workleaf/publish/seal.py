"""After the build: every page gets its Content-Security-Policy, and is checked.

Checked are: no form was dropped by the engine, nothing is loaded from another host, no inline
handler or style (the policy would refuse them), and every link inside the site leads to a file.
"""

from __future__ import annotations

import base64
import hashlib
import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml import html as lxml_html

from workleaf.problems import Problem, Span, WorksheetError, problem
from workleaf.publish import heads, sitemap
from workleaf.publish.files import replace
from workleaf.publish.heads import NOTHING, About

SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
SEALED = re.compile(r'<meta http-equiv="?Content-Security-Policy"?[^>]*>')
CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)
HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
LOADING_LINKS = {"stylesheet", "icon", "shortcut icon", "preload", "modulepreload", "prefetch"} | {
    "preconnect",
    "dns-prefetch",
    "manifest",
    "apple-touch-icon",
}
POLICY = (
    "default-src 'none'; script-src 'self'{scripts}; style-src 'self'{styles}; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; form-action 'none'; base-uri 'none'"
)


def seal(
    folder: Path,
    *,
    forms: Mapping[str, tuple[str, ...]],
    site_url: str,
    memory: Path | None = None,
    about: About = NOTHING,
) -> None:
    """Seal a built site in place. Raises `WorksheetError` with every page that must not go out.

    `memory` is a file that remembers which pages were found good: the same page in a site of the
    same files need not be checked again.
    """
    base = urlsplit(site_url).path.strip("/")
    problems: list[Problem] = []
    known = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    site = repr((POLICY, base, sorted(forms.items()), sorted(known)))
    good = _remembered(memory, site)
    for name in sorted(each for each in known if each.endswith(".html")):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        text = heads.with_head(text, address=_address(name), about=about, files=known)
        mark = _hash(text)
        if good.get(name, ("",))[0] != mark:
            problems.extend(_check(name, text, known, base, forms))
            good[name] = (mark, policy(text))
        replace(path, _with(good[name][1], text).encode())
    sitemap.rewrite(folder, about=about)
    missing = sorted(set(forms) - {_address(name) for name in known if name.endswith(".html")})
    problems.extend(problem("seal-page", Span(file=page or "index.html")) for page in missing)
    if problems:
        raise WorksheetError(problems)
    if memory:
        replace(memory, json.dumps({"site": _hash(site), "pages": good}).encode())


def _remembered(memory: Path | None, site: str) -> dict[str, tuple[str, str]]:
    """The pages that were good in this site: name → digest and policy."""
    try:
        found = json.loads(memory.read_bytes()) if memory else {}
        pages = found["pages"] if found["site"] == _hash(site) else {}
        return {name: (mark, policy) for name, (mark, policy) in pages.items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # every page is checked


def with_policy(text: str) -> str:
    """The page with the policy that allows just its own inline scripts and styles."""
    return _with(policy(text), text)


def policy(text: str) -> str:
    """What a page may do: nothing but what is its own, inline scripts and styles by digest."""
    scripts = "".join(f" 'sha256-{_hash(body)}'" for body in _inline_scripts(text))
    styles = "".join(f" 'sha256-{_hash(body)}'" for body in STYLE.findall(text))
    return POLICY.format(scripts=scripts, styles=styles)


def _with(policy: str, text: str) -> str:
    text = SEALED.sub("", text)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    place = CHARSET.search(text) or HEAD.search(text)
    if place is None:
        return meta + text
    return text[: place.end()] + meta + text[place.end() :]


def _inline_scripts(text: str) -> Iterator[str]:
    seen = set()
    for attributes, body in SCRIPT.findall(text):
        data = re.search(r"type=[\"']?(?!module|text/javascript)", attributes)
        if "src=" in attributes or data or body in seen:
            continue
        seen.add(body)
        yield body


def _hash(body: str) -> str:
    return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()


def _address(name: str) -> str:
    return name.removesuffix("index.html") if name.endswith("index.html") else name


def _check(
    name: str,
    text: str,
    known: set[str],
    base: str,
    forms: Mapping[str, tuple[str, ...]],
) -> Iterator[Problem]:
    place = Span(file=name)
    page = lxml_html.document_fromstring(text.encode(), parser=_PARSER)
    there = {form.get("data-worksheet") for form in page.iter("form")}
    for worksheet in forms.get(_address(name), ()):
        if worksheet not in there:
            yield problem("seal-form", place, id=worksheet)
    for content in _INLINE(page):
        tag = content.getparent().tag
        yield problem("seal-inline", place, attribute=content.attrname, tag=tag)
    for content in _ADDRESSES(page):
        element, attribute = content.getparent(), content.attrname
        if content:
            yield from _address_problems(element, attribute, str(content), name, known, base)


_PARSER = lxml_html.HTMLParser(encoding="utf-8")
_INLINE = etree.XPath("//@*[starts-with(name(), 'on')] | //@style")
_ADDRESSES = etree.XPath("//@href | //@src | //@srcset | //@poster | //@data")


def _address_problems(
    element: lxml_html.HtmlElement,
    attribute: str,
    value: str,
    name: str,
    known: set[str],
    base: str,
) -> Iterator[Problem]:
    loads = attribute != "href" or (
        element.tag == "link" and (element.get("rel") or "").lower() in LOADING_LINKS
    )
    place = Span(file=name)
    for address in _addresses(attribute, value):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            if loads and parts.scheme != "data":
                yield problem("seal-foreign", place, address=address)
            elif parts.scheme == "javascript":
                yield problem("seal-inline", place, attribute=attribute, tag=element.tag)
            continue
        if parts.path and not _exists(parts.path, name, known, base):
            yield problem("seal-link", place, address=address)


def _addresses(attribute: str, value: str) -> list[str]:
    if attribute == "srcset":
        return [part.strip().split(" ")[0] for part in value.split(",")]
    return [value.strip()]


def _exists(path: str, name: str, known: set[str], base: str) -> bool:
    """The file a link leads to is in the site; a root link has the site's base path in front."""
    path = unquote(path)
    if path.startswith("/"):
        inside = path.strip("/")
        if base and inside != base and not inside.startswith(base + "/"):
            return False
        target = posixpath.normpath(inside.removeprefix(base).strip("/"))
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    if target == ".." or target.startswith("../"):
        return False
    index = "index.html" if target == "." else f"{target}/index.html"
    return index in known or (target in known and not path.endswith("/"))

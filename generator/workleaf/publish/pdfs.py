"""The PDFs of a site, made anew only where a worksheet or the code that draws it changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from workleaf.outputs import pdf
from workleaf.problems import Span, WorksheetError, problem
from workleaf.publish.cards import pdf_address
from workleaf.publish.config import Site
from workleaf.publish.files import code_digest, replace
from workleaf.watching import watched
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target


def all_pdfs(
    worksheets: tuple[Worksheet, ...],
    *,
    site: Site,
    addresses: Mapping[str, str],
    chosen: tuple[Worksheet, ...] | None = None,
) -> Mapping[str, bytes]:
    """Address → PDF for every worksheet, or those chosen; none where the site has `pdf: no`.

    `addresses`: page name → address; of a translated worksheet, `worksheets/<id>/` → address.
    """
    if not site.settings.pdf:
        return {}
    by_id = {each.id: each for each in worksheets}
    wanted = worksheets if chosen is None else chosen
    offered = [each for each in wanted if "pdf" in each.exports]

    def kept(worksheet: Worksheet) -> bytes:
        gate = by_id.get(worksheet.gate)
        return _kept(worksheet, site=site, gate=gate, addresses=addresses)

    # While one is laid out, which needs no Python, the fields of the one before are made.
    with ThreadPoolExecutor(max_workers=2) as pool:
        made = [pool.submit(kept, each) for each in offered]
        try:
            results = [each.result() for each in watched(made, "Making PDFs")]
        finally:
            pool.shutdown(cancel_futures=True)
    return dict(zip(map(pdf_address, offered), results, strict=True))


def one_pdf(
    worksheet: Worksheet, *, site: Site, gate: Worksheet | None, addresses: Mapping[str, str]
) -> bytes:
    """The PDF of one worksheet, checked. Raises `WorksheetError` naming what the checker found."""
    made = pdf.make(
        worksheet,
        paper=site.settings.paper,
        site=site.short_address,
        link=_link(site, addresses),
        gate=gate,
    )
    faults = pdf.check(made, worksheet)
    if faults:
        place = Span(file=worksheet.file)
        raise WorksheetError([problem("pdf-fault", place, fault=fault) for fault in faults])
    return made


def _kept(
    worksheet: Worksheet, *, site: Site, gate: Worksheet | None, addresses: Mapping[str, str]
) -> bytes:
    settings = (site.settings.paper, site.short_address, site.site_url)
    drawn_by = code_digest("outputs/pdf", "strings", "worksheet")
    parts = repr((worksheet, gate, settings, sorted(addresses.items()), drawn_by))
    path = site.build / "pdf" / f"{hashlib.sha256(parts.encode()).hexdigest()}.pdf"
    if path.is_file():
        return path.read_bytes()
    made = one_pdf(worksheet, site=site, gate=gate, addresses=addresses)
    replace(path, made)
    return made


def _link(site: Site, addresses: Mapping[str, str]) -> Callable[[Target], str] | None:
    if not site.site_url:
        return None
    base = site.site_url.rstrip("/") + "/"

    def link(target: Target) -> str:
        if target.kind == "address":
            return target.name
        if target.kind == "worksheet":
            own = f"worksheets/{target.name}/"
            return base + addresses.get(own, own)
        return base + addresses[target.name]

    return link

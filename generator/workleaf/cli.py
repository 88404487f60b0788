"""The command `workleaf`."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from workleaf import telling, watching
from workleaf.language import project
from workleaf.language.folder import translation
from workleaf.problems import Problem, Span, WorksheetError, problem, tidy
from workleaf.publish import config, pages
from workleaf.publish.files import replace
from workleaf.worksheet.model import Worksheet

if TYPE_CHECKING:
    from workleaf.publish import engine, new, stage

# What only some commands need is imported there: it takes as long as checking a small guide.

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group()
@click.version_option(package_name="workleaf")
def main() -> None:
    """YAML worksheets become web forms, fillable accessible PDFs and print."""


def _guarded(command: Command) -> Command:
    """Problems are told and end with exit code 1; never a traceback for what an author wrote."""

    def run(**values: Any) -> None:
        try:
            with watching.shown():
                command(**values)
        except WorksheetError as error:
            telling.tell(error.problems)
            sys.exit(1)
        except OSError as error:
            telling.tell([_of_the_disk(error)])
            sys.exit(1)

    run.__doc__, run.__name__ = command.__doc__, command.__name__
    return cast(Command, run)


def _of_the_disk(error: OSError) -> Problem:
    """A full disk, a folder without the right to write: nobody's mistake, and no traceback."""
    file = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "."
    why = error.strerror or str(error)
    return problem("disk-fault", Span(file=os.path.relpath(file)), why=why)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@_guarded
def check(paths: tuple[Path, ...], as_json: bool, strict: bool) -> None:
    """Check worksheets (and, without PATHS, the whole project)."""
    problems = _check(paths, strict=strict)
    if as_json:
        click.echo(telling.as_json(problems))
    else:
        telling.tell(problems)
    bad = [each for each in problems if strict or each.level == "error"]
    if bad:
        sys.exit(1)
    if not as_json:
        click.echo("No problems found." if not problems else "Only warnings.")


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "only_tell", is_flag=True, help="Only say what would be written.")
@click.option("--lock", "start_lock", is_flag=True, help="Start worksheets.lock.json.")
@_guarded
def fix(paths: tuple[Path, ...], only_tell: bool, start_lock: bool) -> None:
    """Write the ids that worksheets lack into their files; nothing else in them changes.

    Without PATHS, worksheets.lock.json then learns what is published; `--lock` starts it.
    """
    from workleaf.publish import fixing

    site = None if paths else config.load(_config_file(None))
    write, start = not only_tell, start_lock
    found = fixing.fix_all(paths, site=site, pages=_pages, write=write, start_lock=start)
    telling.tell(found.problems)
    for line in found.told:
        click.echo(f"{'would write' if only_tell else 'wrote'} {line}")
    if any(each.level == "error" for each in found.problems) or (only_tell and found.told):
        sys.exit(1)
    if not found.told:
        click.echo("Nothing to write.")


@main.command()
@click.option(
    "--engine",
    "engine_name",
    type=click.Choice(["mkdocs", "properdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
)
@click.option("--config", "file", type=click.Path(path_type=Path), help="The mkdocs.yml to use.")
@click.option("--strict", is_flag=True, help="Refuse warnings, and ids made from words.")
@_guarded
def build(engine_name: engine.Engine, file: Path | None, strict: bool) -> None:
    """Build the site into `site/`."""
    from workleaf.publish import engine

    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    site = config.load(_config_file(file))
    staged = engine.build(site, engine=engine_name, strict=strict)
    telling.tell(staged.warnings)
    count = len(staged.worksheets)
    listed = "1 worksheet" if count == 1 else f"{count} worksheets"
    click.echo(f"Built {listed} into {os.path.relpath(site.output)}/")


@main.command()
@click.option("--config", "file", type=click.Path(path_type=Path), help="The mkdocs.yml to use.")
@click.option("--address", default="127.0.0.1:8000", show_default=True)
def serve(file: Path | None, address: str) -> None:
    """Show the site while you write; it follows every change."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "-f",
        str(_config_file(file)),
        "-a",
        address,
    ]
    os.execv(sys.executable, command)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@_guarded
def pdf(file: Path, output: Path) -> None:
    """Make the PDF of one worksheet."""
    from workleaf.publish import pdfs

    reading = project.read_file(file, pages=_pages(file))
    telling.tell(tidy(each for each in reading.problems if each.level == "warning"))
    if any(each.level == "error" for each in reading.problems):
        raise WorksheetError(reading.problems)
    worksheet = _chosen(reading, file)
    found = _site(file)
    addresses = {page.name: page.address for page in _read_pages(found)}
    gate = reading.by_id.get(worksheet.gate)
    made = pdfs.one_pdf(worksheet, site=found, gate=gate, addresses=addresses)
    _write(output, made)


@main.command()
@click.argument("language")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--po", type=click.Path(path_type=Path), help="Write all texts into a PO file too.")
@click.option(
    "--from", "given", type=click.Path(path_type=Path), help="Take translations from a PO file."
)
@_guarded
def translate(language: str, paths: tuple[Path, ...], po: Path | None, given: Path | None) -> None:
    """Make and refresh the translations of worksheets into a language, such as es or pt-BR.

    What is missing stands in each file as a comment, what is stale under `stale`; nothing that a
    translator wrote is lost. Without PATHS, all worksheets and the shared parts.
    """
    from workleaf.publish import translating

    home = paths[0].resolve().parent if paths else config.load(_config_file(None)).worksheets
    plan = translating.plan(home, paths, language, root=None, po=given)
    telling.tell(plan.problems)
    for change in plan.changes:
        _write(change.path, change.refreshed.text.encode())
        click.echo(f"wrote {os.path.relpath(change.path)}: {translating.summary(change)}")
    if po:
        _write(po, plan.po)
        click.echo(f"wrote {os.path.relpath(po)}")
    if not plan.changes:
        click.echo("Nothing to translate.")


@main.command("answers")
@click.argument("file", type=click.Path(path_type=Path))
@_guarded
def read_answers(file: Path) -> None:
    """Print the answers in a filled PDF, or in a JSON or HTML file."""
    from workleaf.outputs import answers
    from workleaf.publish import former

    found = former.today(answers.read(file), _worksheets_here())
    data = {
        "worksheet": found.worksheet,
        "version": found.version,
        "answers": dict(found.answers),
    }
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))


@main.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of the worksheet language, for editors."""
    from workleaf.publish import new

    click.echo(new.as_file().decode(), nl=False)


@main.group("new")
def create() -> None:
    """Write files that are good to start from."""


@create.command("site")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@_guarded
def a_new_site(folder: Path) -> None:
    """Write a small, whole guide of your own into a new folder."""
    from workleaf.publish import new_site

    _tell_next(new_site.site(folder, shown=str(folder)))


@create.command("worksheet")
@click.argument("name")
@_guarded
def new_worksheet(name: str) -> None:
    """Write worksheets/NAME.yml, small and ready to change."""
    from workleaf.publish import new

    found = config.find(Path.cwd())
    site = config.load(found) if found else None
    root = site.root if site else Path.cwd()
    taken = {page.name for page in _read_pages(site)} if site else set()
    folder = site.worksheets if site else root / "worksheets"
    written = new.worksheet(name, folder=folder, root=root, taken=taken, in_site=bool(site))
    _tell_next(written)


def _tell_next(written: new.Written) -> None:
    click.echo(f"Wrote {written.file}\n\nNext:")
    for step in written.next_steps:
        click.echo(f"  {step}")


def _check(paths: tuple[Path, ...], *, strict: bool) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    try:
        for found in _readings(paths):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                problems.extend(found.problems)
                problems.extend(found.unsettled if strict else ())
    except WorksheetError as error:
        problems.extend(error.problems)
    return tidy(problems)


def _readings(paths: tuple[Path, ...]) -> Iterator[stage.Found | project.Reading | Problem]:
    if not paths:
        from workleaf.publish import stage

        yield stage.read(config.load(_config_file(None)))
    for path in paths:
        if path.is_dir():
            yield project.read(path, pages=_pages(path))
        elif path.is_file():
            yield project.read_file(path, pages=_pages(path))
        else:
            yield problem("file-missing", Span(file=str(path)))


def _chosen(reading: project.Reading, file: Path) -> Worksheet:
    """The worksheet of a file, in its language where it is a translation."""
    name, language = translation(file.name) or (file.stem, "")
    mine = reading.translations.get(language, ()) if language else reading.worksheets
    found = next((each for each in mine if each.id == name), None)
    if found is None:
        raise WorksheetError([problem("file-missing", Span(file=str(file)))])
    return found


def _worksheets_here() -> tuple[Worksheet, ...]:
    """The worksheets of the project of the current folder, as far as they can be read."""
    from workleaf.publish import stage

    found = config.find(Path.cwd())
    try:
        return stage.read(config.load(found)).worksheets if found else ()
    except WorksheetError:
        return ()


def _config_file(file: Path | None) -> Path:
    found = file or config.find(Path.cwd())
    if found is None or not found.is_file():
        raise WorksheetError(
            [problem("config-missing", Span(file=str(file or config.CONFIG_FILE)))]
        )
    return found


def _site(near: Path) -> config.Site:
    """The project of the current folder or of a file; outside of any, one with plain settings."""
    found = config.find(Path.cwd()) or config.find(near.resolve().parent)
    if found is not None:
        return config.load(found)
    root = near.resolve().parent
    return config.Site(
        root=root,
        config_file=root / config.CONFIG_FILE,
        content=root / "content",
        worksheets=root,
        pictures=root / "pictures",
        settings=config.Settings(site_id="worksheets"),
    )


def _read_pages(site: config.Site) -> tuple[pages.Page, ...]:
    return pages.read(site.content, root=site.root)[0] if site.content.is_dir() else ()


def _pages(near: Path) -> Any:
    return pages.targets(_read_pages(_site(near)))


def _write(output: Path, data: bytes) -> None:
    try:
        replace(output, data)
    except OSError as error:
        why = error.strerror or str(error)
        raise WorksheetError(
            [problem("output-unwritable", Span(file=str(output)), why=why)]
        ) from None

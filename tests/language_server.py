"""What an author's editor says about a file: yaml-language-server, asked over its pipe."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from projects import ROOT

SERVER = ROOT / "generator" / "node_modules" / ".bin" / "yaml-language-server"
SETTINGS = {
    "validate": True,
    "hover": True,
    "completion": True,
    "schemaStore": {"enable": False, "url": ""},
    "disableDefaultProperties": False,
}


class Editor:
    """A language server that has files open, as an editor has."""

    def __init__(self, process: subprocess.Popen[bytes], schemas: Mapping[str, Any]) -> None:
        assert process.stdin
        assert process.stdout
        self._write: IO[bytes] = process.stdin
        self._read: IO[bytes] = process.stdout
        self._asked = self._opened = 0
        self._settings = {**SETTINGS, "schemas": dict(schemas)}
        self._found: dict[str, list[dict[str, Any]]] = {}
        root = ROOT.as_uri()
        folders = [{"uri": root, "name": ROOT.name}]
        about = {"processId": None, "rootUri": root, "workspaceFolders": folders}
        self._ask("initialize", {**about, "capabilities": CAPABILITIES})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})

    def problems(self, path: Path, text: str | None = None) -> list[str]:
        """What is underlined in a file, as `line: message`."""
        uri = self._open(path, text)
        while uri not in self._found:
            self._next()
        return [
            f"{each['range']['start']['line'] + 1}: {each['message']}" for each in self._found[uri]
        ]

    def offers(self, path: Path, text: str) -> list[dict[str, Any]]:
        """What is offered at the sign `‸` of a text, best first."""
        uri, place = self._place(path, text)
        found = self._ask("textDocument/completion", {"textDocument": {"uri": uri}, **place})
        items: list[dict[str, Any]] = found["items"] if isinstance(found, dict) else found
        return sorted(items, key=lambda each: each.get("sortText") or each["label"])

    def hover(self, path: Path, text: str) -> str:
        """What is told about the word at the sign `‸`."""
        uri, place = self._place(path, text)
        found = self._ask("textDocument/hover", {"textDocument": {"uri": uri}, **place})
        return str(found["contents"]["value"]) if found else ""

    def _place(self, path: Path, text: str) -> tuple[str, dict[str, Any]]:
        before, _, after = text.partition("‸")
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        uri = self._open(path, before + after)
        return uri, {"position": {"line": line, "character": column}}

    def _open(self, path: Path, text: str | None) -> str:
        content = path.read_text(encoding="utf-8") if text is None else text
        # A file that is not there yet gets a name of its own each time: the server remembers.
        self._opened += 1
        uri = (path if text is None else path.with_name(f"new-{self._opened}-{path.name}")).as_uri()
        self._tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": content}},
        )
        return uri

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        self._asked += 1
        mine = self._asked
        self._send({"id": mine, "method": method, "params": params})
        while True:
            answer = self._next()
            if answer.get("id") == mine and "method" not in answer:
                assert "error" not in answer, answer["error"]
                return answer["result"]

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._write.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._write.flush()

    def _next(self) -> dict[str, Any]:
        """The next message; what the server asks is answered, what it tells is kept."""
        size = 0
        while line := self._read.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the language server has gone"
        message: dict[str, Any] = json.loads(self._read.read(size))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Mapping[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        sections = [each.get("section") for each in message["params"]["items"]]
        return [self._settings if section == "yaml" else {} for section in sections]


CAPABILITIES = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": False}},
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


@contextmanager
def editor(schemas: Mapping[str, Any] | None = None) -> Iterator[Editor]:
    """A running server with this project open.

    `schemas` are addresses of schemas, or their places in the project, and the files of each.
    """
    process = subprocess.Popen(
        [str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    try:
        yield Editor(process, schemas or {})
    finally:
        process.kill()
        process.wait()

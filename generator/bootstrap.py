"""Sets a machine up: `.venv` with the locked packages, and the browser that tests use.

Standard library only, and read by whichever Python is at hand before anything is installed.
Each kind of set-up is done once per lock file: a stamp in `.venv` remembers it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
LOCKS = ROOT / "generator" / "requirements"
CLIENT = ROOT / "generator"

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
USUAL_PLACES = (
    "/usr/bin/chromium",
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)


def main(wanted: str) -> None:
    """Set up what `wanted` names: `site`, `check`, `test` or `node`."""
    use_a_new_enough_python()
    if wanted == "site":
        install("site")
    elif wanted == "check":
        install("test")
        install_node_packages()
    elif wanted == "test":
        install("test")
        need_browser()
        install_node_packages()
    elif wanted == "node":
        if not install_node_packages():
            sys.exit("Rebuilding the browser bundle needs Node 20 or newer with npm.")
    else:
        sys.exit(f"unknown set-up '{wanted}': site, check, test or node")


def use_a_new_enough_python() -> None:
    """Start again under a newer Python where this one is too old."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        found = shutil.which(name)
        if found and works([found, "--version"]):
            os.execv(found, [found, *sys.argv])
    oldest = ".".join(str(part) for part in OLDEST)
    sys.exit(f"workleaf needs Python {oldest} or newer; this is {sys.version.split()[0]}.")


def install(kind: str) -> None:
    """Put the packages of a lock file, and workleaf itself, into `.venv`."""
    lock = LOCKS / f"{kind}.txt"
    stamp = ENVIRONMENT / f"set-up-{kind}"
    make_environment()
    state = digest(lock, ROOT / "pyproject.toml")
    if stamp.is_file() and stamp.read_text(encoding="ascii") == state:
        return
    print(f"Installing {lock.relative_to(ROOT)} into {ENVIRONMENT.name} …", flush=True)
    pip("install", "--quiet", "--require-hashes", "-r", str(lock))
    pip("install", "--quiet", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    stamp.write_text(state, encoding="ascii")


def make_environment() -> None:
    """Make `.venv` where there is no working one."""
    python = environment_python()
    if python.exists() and works([str(python), "--version"]):
        return
    # Debian's Python comes without ensurepip until python3-venv is installed.
    with_pip = [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]
    if works([sys.executable, "-c", "import ensurepip"]) and works(with_pip):
        return
    run(sys.executable, "-m", "venv", "--clear", "--without-pip", str(ENVIRONMENT))


def environment_python() -> Path:
    """The Python of `.venv`."""
    if os.name == "nt":
        return ENVIRONMENT / "Scripts" / "python.exe"
    return ENVIRONMENT / "bin" / "python"


def pip(*arguments: str) -> None:
    """Run pip on `.venv`: its own, else this Python's."""
    python = str(environment_python())
    options = ("--disable-pip-version-check", "--no-input")
    if works([python, "-m", "pip", "--version"]):
        run(python, "-m", "pip", *options, *arguments)
    elif works([sys.executable, "-m", "pip", "--version"]):
        run(sys.executable, "-m", "pip", "--python", python, *options, *arguments)
    else:
        sys.exit("This Python has no pip: install python3-venv or python3-pip and try again.")


def need_browser() -> None:
    """Find Chromium or one of its kin; as root on Debian, install it."""
    if browser():
        return
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if as_root and shutil.which("apt-get"):
        print("Installing Chromium …", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run("apt-get", "update", "-qq", environment=quiet)
        run("apt-get", "install", "-y", "-qq", "chromium", environment=quiet)
    if not browser():
        sys.exit("The tests need a browser: install Chromium, or set CHROMIUM to the path of one.")


def browser() -> str:
    """The path of Chromium, Chrome or Edge; empty where there is none.

    The environment variable `CHROMIUM` names another.
    """
    named = os.environ.get("CHROMIUM", "")
    found = [named, *(shutil.which(name) or "" for name in BROWSERS), *USUAL_PLACES]
    return next((path for path in found if path and Path(path).is_file()), "")


def install_node_packages() -> bool:
    """Install the locked packages that build the browser code; `False` where there is no Node."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        return False
    stamp = CLIENT / "node_modules" / ".set-up"
    state = digest(CLIENT / "package-lock.json")
    if not stamp.is_file() or stamp.read_text(encoding="ascii") != state:
        print("Installing generator/package-lock.json …", flush=True)
        run(npm, "ci", "--no-audit", "--no-fund", "--loglevel=error", folder=CLIENT)
        stamp.write_text(state, encoding="ascii")
    return True


def digest(*files: Path) -> str:
    """What the files hold, and the Python they are for, as one hash."""
    found = hashlib.sha256(str(ROOT).encode())
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()


def works(command: list[str]) -> bool:
    """Whether a command ends well; what it says is not shown."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def run(*command: str, folder: Path = ROOT, environment: dict[str, str] | None = None) -> None:
    """Run a command; end with its exit code when it fails."""
    done = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        print("Set-up stopped: this failed:", *command, sep=" ", file=sys.stderr)
        sys.exit(done.returncode)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "site")

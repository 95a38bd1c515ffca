"""`cass doctor`: what the program finds on this computer, and what to do about what it does not."""

import argparse
import json
from dataclasses import asdict

from cass_core.cli.common_arguments import add_json

_MARKS = {"good": "ok", "hint": "hint", "problem": "PROBLEM"}
_PROBLEM = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_json(parser, "what is found")


def run(options: argparse.Namespace) -> int:
    """Print what is found; 1 where something will not work."""
    from cass_core.diagnosis.examination import examine

    findings = []
    for finding in examine():
        findings.append(finding)
        if not options.json:
            print(f"{_MARKS[finding.state]:<8}{finding.subject}: {finding.text}")
            if finding.advice:
                print(f"{'':<8}  {finding.advice}")
    if options.json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2))
    return _PROBLEM if any(finding.state == "problem" for finding in findings) else 0

"""`newsreader doctor`: what is wrong with the library, and mending it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser
from newsreader.cli.output import Output, Painted, counted
from newsreader.cli.session import DONE, FAILED, Session

if TYPE_CHECKING:
    from newsreader.library.doctor import Report

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "--repair", action="store_true", help="mend what can be; damaged files are kept aside"
    )
    parser.add_json("one JSON object")


def run(values: Namespace, session: Session) -> int:
    """Look the library over; what is wrong, and was not mended, makes the exit code 1."""
    with session.library(damaged=True) as library:
        report = library.doctor(repair=values.repair)
    if values.json:
        from newsreader.cli.article_json import json_line

        found = {"ok": report.ok, "problems": list(report.problems), "repaired": list(report.repaired)}
        session.out.data(json_line(found))
    else:
        _print(session.out, report)
    if report.ok:
        return DONE
    session.out.error(
        f"{counted(len(report.problems), 'problem')} found; {_advice(report, repaired=values.repair)}",
        "library",
    )
    return FAILED


def _advice(report: Report, *, repaired: bool) -> str:
    if report.closed:
        return f"nothing can be mended: {report.closed}"
    return "keep a copy of the library and report it" if repaired else "newsreader doctor --repair mends it"


def _print(out: Output, report: Report) -> None:
    for line in report.repaired:
        out.line("repaired: ", line)
    for line in report.problems:
        out.line(Painted("problem: ", "bad"), line)
    if report.kept_aside:
        out.line("kept aside as they were: ", ", ".join(report.kept_aside))
    if report.ok:
        out.line("the library is whole", f", and cannot be changed: {report.closed}" if report.closed else "")

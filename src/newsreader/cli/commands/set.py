"""`newsreader set SOURCE...`: what a source is called, where it stands, where it is."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser
from newsreader.cli.session import Session
from newsreader.errors import UsageError

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("sources", "SOURCE...")
    parser.add_argument("--title", metavar="T", help='what to call it; "" for its own name')
    parser.add_argument("--folder", metavar="F", help='the folder to put it in; "" for none')
    parser.add_argument("--url", metavar="U", help="its new address; articles, marks and ids stay")


def run(values: Namespace, session: Session) -> int:
    """Change every source named, each as a step of its own."""
    if values.title is None and values.folder is None and values.url is None:
        raise UsageError("nothing to set; give --title, --folder or --url", subject="set")
    if len(values.sources) > 1 and (values.title is not None or values.url is not None):
        raise UsageError("--title and --url are of one source; set them one by one", subject="set")
    with session.library() as library:

        def change(text: str) -> None:
            source = library.source(text).source
            library.change_source(source.id, title=values.title, folder=values.folder, url=values.url)
            session.out.line(f"changed {library.source(source.id).source.title}")

        _, code = session.each(values.sources, change)
    return code

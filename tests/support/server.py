"""A server on loopback that does as it is told, and notes what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Asked", "Reply", "Server", "serving"]


@dataclass(frozen=True)
class Asked:
    """One request: its path, and its headers by lower-case name."""

    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """What to answer; *raw* replaces everything, *after* is set before anything is sent."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    wait: threading.Event | None = None


class Server:
    """What a test tells the server and asks it."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.asked: list[Asked] = []
        self.routes: dict[str, Reply | Callable[[Asked], Reply]] = {}
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()

    def on(self, path: str, reply: Reply | Callable[[Asked], Reply]) -> str:
        """Answer *path* so from now on; gives its address."""
        self.routes[path] = reply
        return self.base + path

    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [asked.path for asked in self.asked]

    def reply(self, asked: Asked) -> Reply:
        """What the routes say."""
        route = self.routes.get(asked.path, Reply(404))
        return route(asked) if callable(route) else route


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Server]:
    """A server for the block, on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()})
            with server.lock:
                server.asked.append(asked)
                server.at_once += 1
                server.most_at_once = max(server.most_at_once, server.at_once)
            try:
                self._send(server.reply(asked))
            finally:
                with server.lock:
                    server.at_once -= 1

        def _send(self, reply: Reply) -> None:
            if reply.wait is not None:
                reply.wait.wait(30)
            if reply.raw is not None:
                self.wfile.write(reply.raw)
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer((host, 0), Handler)
    http.daemon_threads = True
    http.handle_error = lambda *_: None  # type: ignore[method-assign]
    server = Server(f"http://{host}:{http.server_address[1]}")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()

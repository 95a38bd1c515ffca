"""A server on this computer that keeps one file, and misbehaves as it is told."""

import ssl
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FileServer:
    """Gives `content` under every path; what is asked for is written down.

    Attributes:
        content: of the file.
        cuts: bytes after which the connection ends, for each answer; None for all of it.
        can_go_on: whether it knows ranges.
        status: other than that all is well.
        moved_to: path that it sends people on to, from any other.
        media_type: what it calls the file.
        pause_s: after each kilobyte.
        asked: paths and first bytes.
    """

    def __init__(self, content: bytes) -> None:
        self.content, self.cuts, self.can_go_on = content, [], True
        self.status, self.moved_to, self.media_type = 200, "", "application/octet-stream"
        self.pause_s, self.asked, self._scheme = 0.0, [], "http"
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}"

    def secure(self, certificate, key) -> None:
        """Speak TLS from now on."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._server.handle_error = lambda *_: None  # whoever does not believe it hangs up
        self._scheme = "https"

    def close(self) -> None:
        """End it; an answer that is under way is given up."""
        self.pause_s = 0.0
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # noqa: N802 the library's name
                first = int(self.headers.get("Range", "bytes=0-")[6:-1])
                server.asked.append((self.path, first))
                if server.moved_to and self.path != server.moved_to:
                    self.send_response(302)
                    self.send_header("Location", server.moved_to)
                    self.end_headers()
                    return
                self._answer(first if server.can_go_on else 0)

            def _answer(self, first: int) -> None:
                if first and first >= len(server.content):
                    self.send_error(416)
                    return
                self.send_response(206 if first and server.status == 200 else server.status)
                self.send_header("Content-Type", server.media_type)
                self.send_header("Content-Length", str(len(server.content) - first))
                self.end_headers()
                cut = server.cuts.pop(0) if server.cuts else None
                sent = server.content[first:cut]
                with suppress(ConnectionError):  # whoever asked has left
                    for start in range(0, len(sent), 1_000):
                        self.wfile.write(sent[start : start + 1_000])
                        time.sleep(server.pause_s)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        return Handler

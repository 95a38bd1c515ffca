"""A package index on this computer, with small wheels that stand for those of PyTorch."""

import hashlib
import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def wheel(name, version, requires=(), tag="py3-none-any", files=None):
    """File name, content and metadata of a wheel."""
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    metadata += "".join(f"Requires-Dist: {text}\n" for text in requires)
    stem = f"{name.replace('-', '_')}-{version}"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path, text in (files or {f"{name.replace('-', '_')}/__init__.py": ""}).items():
            archive.writestr(path, text)
        archive.writestr(f"{stem}.dist-info/METADATA", metadata)
    return f"{stem}-{tag}.whl", content.getvalue(), metadata


class Index:
    """Serves `/simple/NAME/` and the files; knows what it was asked for.

    Attributes:
        url: of the index.
        asked: paths, with the range where one was asked for.
        cut_at: bytes after which a file ends too early; None for whole files.
    """

    def __init__(self, wheels, html=False):
        self.files, self.pages, self.asked, self.cut_at = {}, {}, [], None
        for file_name, content, metadata in wheels:
            self.files[f"/files/{file_name}"] = content
            self.files[f"/files/{file_name}.metadata"] = metadata.encode()
            name = file_name.split("-")[0].replace("_", "-").lower()
            self.pages.setdefault(f"/simple/{name}/", []).append(file_name)
        self.html = html
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}/simple/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def page(self, path):
        """Kind and content of a package's page."""
        names = self.pages[path]
        sums = {n: hashlib.sha256(self.files[f"/files/{n}"]).hexdigest() for n in names}
        if self.html:
            links = (
                f'<a href="../../files/{n}#sha256={sums[n]}" data-core-metadata="true">{n}</a>'
                for n in names
            )
            return "text/html", "\n".join(links).encode()
        files = [
            {
                "filename": n,
                "url": f"/files/{n}",
                "hashes": {"sha256": sums[n]},
                "size": len(self.files[f"/files/{n}"]),
                "core-metadata": True,
            }
            for n in names
        ]
        return "application/vnd.pypi.simple.v1+json", json.dumps({"files": files}).encode()

    def _handler(index):  # noqa: N805 - the handler's own self is another one
        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_HEAD(self):  # noqa: N802
                self._answer(with_body=False)

            def do_GET(self):  # noqa: N802
                self._answer(with_body=True)

            def _answer(self, with_body):
                start = self.headers.get("Range")
                index.asked.append((self.path, start))
                kind, content = "application/octet-stream", index.files.get(self.path)
                if self.path in index.pages:
                    kind, content = index.page(self.path)
                if content is None:
                    self.send_error(404)
                    return
                begin = int(start.removeprefix("bytes=").rstrip("-")) if start else 0
                self.send_response(206 if start else 200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content) - begin))
                self.end_headers()
                is_cut = index.cut_at is not None and self.path.endswith(".whl")
                if with_body:
                    self.wfile.write(content[begin : index.cut_at if is_cut else None])

        return Handler

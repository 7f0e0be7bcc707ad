import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from sayso.intake import LeftOut, Options, receive
from sayso.intake.fetch import is_public
from sayso.intake.targets import is_url
from tests.intake.pages import PARAGRAPHS, page

MIB = 1 << 20


class Handler(BaseHTTPRequestHandler):
    """A site with one page of each kind."""

    def do_GET(self):
        self.server.seen.append((self.path, self.headers["Host"], self.headers["User-Agent"]))
        name = self.path.strip("/").partition("?")[0] or "page"
        getattr(self, f"give_{name.replace('-', '_').replace('.', '_')}", self.give_nothing)()

    def give(self, content, media_type="text/html; charset=utf-8", status=200, **headers):
        content = content if isinstance(content, bytes) else content.encode()
        self.send_response(status)
        if media_type:
            self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def give_page(self):
        self.give(page())

    def give_text(self):
        self.give("The mayor said “no”.".encode("cp1252"), "text/plain; charset=windows-1252")

    def give_lines_jsonl(self):
        self.give('{"id": "a", "text": "He said no."}\n{"id": "b", "text": 5}\n', "text/plain")

    def give_untyped(self):
        self.give(page(), None)

    def give_pdf(self):
        self.give(b"%PDF-1.4", "application/pdf")

    def give_image_called_page(self):
        self.give(b"\x89PNG\r\n\x1a\n\x00")

    def give_moved(self):
        self.give("", status=302, Location="/page")

    def give_to_file(self):
        self.give("", status=302, Location="file:/etc/passwd")

    def give_to_metadata(self):
        self.give("", status=302, Location="http://169.254.169.254/latest/meta-data/")

    def give_loop(self):
        self.give("", status=302, Location="/loop")

    def give_nothing(self):
        self.give("gone", status=404)

    def give_packed(self):
        self.give(gzip.compress(b"<html><p>" + b"a" * (8 * MIB)), Content_Encoding="gzip")

    def give_endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"He said no. " * 8192)
        except OSError:
            self.server.cut_off.set()

    def give_slow(self):
        time.sleep(0.2)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, *words):
        pass


@pytest.fixture
def site(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.seen, server.cut_off = [], threading.Event()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    server.root = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


def get(address, **options):
    (one,) = receive([address], Options(**{"allow_private": True, "timeout": 5.0} | options))
    return one


def test_page_is_fetched_with_its_address_and_the_time(site):
    one = get(f"{site.root}/page")
    report = one.report
    assert report.text.endswith("\n\n".join(PARAGRAPHS))
    assert (report.url, report.title, report.published) == (f"{site.root}/page", "Valley holds out", None)
    assert report.id == one.capture.sha256[:12]
    assert one.capture.content == page().encode()
    assert (one.capture.origin, one.capture.retrieved_by) == (f"{site.root}/page", "sayso")
    assert one.capture.retrieved == report.retrieved
    assert report.retrieved.endswith("Z")


def test_request_names_the_program_and_the_host(site):
    get(f"{site.root}/page")
    ((path, host, agent),) = site.seen
    assert (path, host) == ("/page", f"127.0.0.1:{site.server_port}")
    assert agent.startswith("sayso/")


def test_declared_charset_of_the_answer_is_used(site):
    assert get(f"{site.root}/text").report.text == "The mayor said “no”."


def test_json_lines_are_reports_of_their_own(site):
    first, second = receive([f"{site.root}/lines.jsonl"], Options(allow_private=True))
    assert (first.report.id, first.report.url, second.what) == ("a", None, f"{site.root}/lines.jsonl:2")
    assert first.report.retrieved == first.capture.retrieved is not None


def test_answer_without_a_media_type_is_looked_at(site):
    assert get(f"{site.root}/untyped").capture.media_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(("path", "reason"), [
    ("pdf", "is application/pdf, not a page or text. Give the address of the report's page."),
    ("none", "answered 404 Not Found. Open it in a browser; if it shows the report there, save the page and give "
             "the file."),
    ("image-called-page", "looks like a PNG image, not text. Save the report as plain text or HTML and give that."),
    ("loop", "redirects more than 10 times. Give the address of the report itself."),
])
def test_answer_that_is_no_report_is_left_out(site, path, reason):
    assert get(f"{site.root}/{path}").reason == f"{site.root}/{path} {reason}"


def test_redirect_is_followed_and_the_last_address_kept(site):
    assert get(f"{site.root}/moved").report.url == f"{site.root}/page"


def test_redirect_to_a_file_is_refused_even_where_private_addresses_are_allowed(site):
    assert get(f"{site.root}/to-file").reason.startswith('"file:" addresses are not fetched')


def test_redirect_to_a_private_address_is_refused(site, monkeypatch):
    # the site itself passes as public, so that the redirect is what is judged
    monkeypatch.setattr("sayso.intake.fetch.is_public", lambda address: str(address) == "127.0.0.1")
    reason = get(f"{site.root}/to-metadata", allow_private=False).reason
    assert reason.startswith("169.254.169.254 is a private or local address and is not fetched.")


def test_size_limit_holds_while_streaming(site):
    one = get(f"{site.root}/endless", max_bytes=MIB)
    assert one.reason == f"{site.root}/endless is larger than the limit of 1,048,576 bytes. Raise it with --max-bytes."
    assert site.cut_off.wait(5)


def test_size_limit_holds_for_the_unpacked_content(site):
    assert "is larger than the limit" in get(f"{site.root}/packed", max_bytes=MIB).reason


def test_time_limit_holds_for_the_whole_download(site):
    began = time.monotonic()
    assert "did not arrive in 0.5 seconds" in get(f"{site.root}/slow", timeout=0.5).reason
    assert time.monotonic() - began < 2


def test_server_that_does_not_answer_is_unreachable(site):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        assert get(address).reason.startswith(f"{address} could not be fetched: ")


def test_slow_first_byte_is_a_time_out(site):
    assert get(f"{site.root}/slow", timeout=0.1).reason.startswith(f"{site.root}/slow could not be fetched: timed out")


@pytest.mark.parametrize("address", [
    "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://[::1]/", "http://0.0.0.0/",
    "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/", "http://169.254.169.254/latest/", "http://100.64.0.1/",
    "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fe80::1]/",
    "http://[fc00::1]/", "http://224.0.0.1/", "http://localhost/", "http://user:word@127.0.0.1/",
])
@pytest.mark.parametrize("proxy", [None, "http://127.0.0.1:9"])
def test_private_address_is_refused_in_whatever_form(site, monkeypatch, address, proxy):
    if proxy:
        monkeypatch.setenv("http_proxy", proxy)
        monkeypatch.setenv("no_proxy", "")
    one = get(address, allow_private=False)
    assert "is a private or local address" in one.reason
    assert "--allow-private" in one.reason


@pytest.mark.parametrize("address", [
    "file://l.example/a", "file:/etc/passwd", "ftp://l.example/a", "data:text/plain,no", "javascript:1",
    "gopher://l.example/",
])
def test_other_schemes_are_refused(address):
    assert "addresses are not fetched. Give an http or https URL" in get(address).reason


@pytest.mark.parametrize("address", ["http://", "http://[", "http://a b/", "https://\x00/", "http://" + "a" * 300 + "/",
                                     "http://x:99999/", "http://é\ud800/"])
def test_address_that_is_none_is_left_out(site, address):
    assert isinstance(get(address), LeftOut)


def test_name_is_resolved_once_and_every_address_is_checked(site, monkeypatch):
    asked = []

    def resolve(host, port, **_):
        asked.append(host)
        return [(None, None, None, "", (address, port)) for address in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    reason = get("http://rebound.example/", allow_private=False).reason
    assert reason.startswith("rebound.example is a private or local address (10.0.0.1)")
    assert asked == ["rebound.example"]


def test_connection_goes_to_the_checked_address_and_names_the_host(site, monkeypatch):
    real = socket.getaddrinfo

    def resolve(host, port, *args, **options):
        return real("127.0.0.1" if host == "rebound.example" else host, port, *args, **options)

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    one = get(f"http://rebound.example:{site.server_port}/page")
    assert one.report.url == f"http://rebound.example:{site.server_port}/page"
    assert site.seen[0][1] == f"rebound.example:{site.server_port}"


def test_user_and_password_are_not_kept(site):
    one = get(f"http://jane:secret@127.0.0.1:{site.server_port}/page")
    assert (one.report.url, one.capture.origin) == (f"{site.root}/page",) * 2


def test_proxy_of_the_environment_is_used(site, monkeypatch):
    monkeypatch.setenv("http_proxy", site.root)
    monkeypatch.setenv("no_proxy", "")
    assert isinstance(get("http://l.example/page", allow_private=False), LeftOut)
    assert site.seen[0][:2] == ("http://l.example/page", "l.example")


@pytest.mark.parametrize(("address", "public"), [
    ("93.184.216.34", True), ("2606:2800:220:1:248:1893:25c8:1946", True), ("::ffff:93.184.216.34", True),
    ("64:ff9b::5db8:d822", True), ("127.0.0.1", False), ("::", False), ("2001:0:53aa:64c:0:0:0:1", False),
    ("fec0::1", False), ("192.0.2.1", False), ("255.255.255.255", False), ("240.0.0.1", False),
])
def test_public_address_is_told(address, public):
    assert is_public(ip_address(address)) is public


@pytest.mark.parametrize(("target", "url"), [
    ("https://l.example/", True), ("HTTP://l.example/", True), ("file:/etc/passwd", True), ("report.txt", False),
    ("C:\\news\\a.txt", False), ("-", False), ("a/b:c.txt", False),
])
def test_url_is_told_from_a_path(target, url):
    assert is_url(target) is url

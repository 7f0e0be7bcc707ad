"""URLs to bytes, asked for one by one: the only part of sayso that calls the internet.

The name is resolved once, every address it has is checked, and the connection goes to a checked address, so that a
second answer of the name server changes nothing (DNS rebinding); so again for each redirect. Where the environment
names a proxy, it is used: the proxy then resolves names, and only addresses written as such can be checked here.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from ipaddress import IPv4Address, IPv6Address, ip_address
from time import monotonic
from typing import TYPE_CHECKING
from urllib.request import getproxies, proxy_bypass

from sayso.errors import NotText, Refused, TooLarge, Unreachable
from sayso.intake.clocks import now, stamp
from sayso.intake.results import PROGRAM, Options

if TYPE_CHECKING:
    from httpx import URL, Client, Response

Address = IPv4Address | IPv6Address
HOPS = 10
READABLE = re.compile(r"text/|application/(?:xhtml\+xml|json|x-ndjson|jsonl|x-jsonlines|octet-stream)$")
"""Media types that may hold a report; what octets really are is looked at later."""
LOCAL_NAMES = ("localhost", ".localhost", ".local", ".internal", ".home.arpa")
NAT64 = "64:ff9b::"


@dataclass(frozen=True)
class Fetched:
    """What a URL gave: the bytes after content coding, the URL after redirects, and when (ISO 8601, UTC)."""

    content: bytes
    url: str
    media_type: str
    charset: str | None
    retrieved: str


def fetch(address: str, options: Options) -> Fetched:
    """Return what a URL gives, following at most ten redirects.

    Raises ``Refused`` for other schemes than http and https and for addresses that are not public,
    ``Unreachable`` where nothing usable answers in time, ``TooLarge`` over the limit, ``NotText`` for other media.
    """
    import httpx

    deadline = monotonic() + options.timeout
    try:
        url = httpx.URL(address)
        for _ in range(HOPS):
            with _answer(url, options, deadline) as response:
                if not response.has_redirect_location:
                    return _taken(response, url, options, deadline)
                url = url.join(response.headers["location"])
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ImportError, OSError, ValueError) as error:
        why = str(error) or type(error).__name__
        raise Unreachable(f"{address} could not be fetched: {why}. Check the address and the connection.") from error
    raise Unreachable(f"{address} redirects more than {HOPS} times. Give the address of the report itself.")


@contextmanager
def _answer(url: URL, options: Options, deadline: float) -> Iterator[Response]:
    """Send one request to a checked address, without following redirects."""
    import httpx

    proxy = _proxy_for(url)
    addresses = _checked(url, options, resolve=proxy is None)
    left = max(deadline - monotonic(), 0.001)
    with httpx.Client(trust_env=False, proxy=proxy, timeout=left, follow_redirects=False) as client:
        response = _first_response(client, url, addresses)
        try:
            yield response
        finally:
            response.close()


def _first_response(client: Client, url: URL, addresses: tuple[Address, ...]) -> Response:
    """Return the response of the first address that can be connected to; of the name where a proxy resolves it."""
    import httpx

    targets = [url.copy_with(host=str(address)) for address in addresses] or [url]
    for target in targets[:-1]:
        with suppress(httpx.ConnectError, httpx.ConnectTimeout):
            return _response(client, url, target)
    return _response(client, url, targets[-1])


def _response(client: Client, url: URL, target: URL) -> Response:
    headers = {
        "Host": url.netloc.decode("ascii"), "User-Agent": f"{PROGRAM}/{version(PROGRAM)}",
        "Accept": "text/html, application/xhtml+xml, text/plain, application/json;q=0.9, */*;q=0.5",
    }
    # the certificate must be that of the name, though the connection goes to an address
    name = {"sni_hostname": url.raw_host.decode("ascii")}
    return client.send(client.build_request("GET", target, headers=headers, extensions=name), stream=True)


def _taken(response: Response, url: URL, options: Options, deadline: float) -> Fetched:
    """Return a response's content, if it is a readable one."""
    shown = str(url.copy_with(username=None, password=None, fragment=None))
    if not response.is_success:
        raise Unreachable(
            f"{shown} answered {response.status_code} {response.reason_phrase}. Open it in a browser; "
            "if it shows the report there, save the page and give the file."
        )
    media_type, charset = _media_type(response)
    if media_type and not READABLE.match(media_type):
        raise NotText(f"{shown} is {media_type}, not a page or text. Give the address of the report's page.")
    content = _content(response, shown, options, deadline)
    return Fetched(content, shown, media_type, charset, stamp(now()))


def _content(response: Response, shown: str, options: Options, deadline: float) -> bytes:
    """Return the content, reading no more than the limits allow."""
    chunks, size = [], 0
    # in the pieces that arrive: a fixed chunk size would wait for its fill, past the deadline
    for chunk in response.iter_bytes():
        size += len(chunk)
        if size > options.max_bytes:
            raise TooLarge(
                f"{shown} is larger than the limit of {options.max_bytes:,} bytes. Raise it with --max-bytes."
            )
        if monotonic() > deadline:
            raise Unreachable(
                f"{shown} did not arrive in {options.timeout:g} seconds. "
                "Try again, or save the page in a browser and give the file."
            )
        chunks.append(chunk)
    return b"".join(chunks)


def _media_type(response: Response) -> tuple[str, str | None]:
    media_type, _, rest = response.headers.get("content-type", "").partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w:.-]+)", rest, re.IGNORECASE)
    return media_type.strip().lower(), charset[1] if charset else None


def _proxy_for(url: URL) -> str | None:
    """Return the proxy that the environment names for a URL: who set one does not want to be seen without it."""
    proxies = getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    return None if not proxy or proxy_bypass(url.host) else proxy


def _checked(url: URL, options: Options, resolve: bool) -> tuple[Address, ...]:
    """Return the addresses of a URL's host, each checked; none where a proxy is to resolve the name."""
    if url.scheme not in {"http", "https"} or not url.host:
        raise Refused(f'"{url.scheme}:" addresses are not fetched. Give an http or https URL, or the path of a file.')
    host = url.raw_host.decode("ascii")
    if not resolve:
        _check_public(host, _literal(host), options)
        return ()
    port = url.port or (443 if url.scheme == "https" else 80)
    places = (place for *_, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    addresses = tuple(dict.fromkeys(ip_address(str(place[0]).partition("%")[0]) for place in places))
    _check_public(host, addresses, options)
    return addresses


def _check_public(host: str, addresses: tuple[Address, ...], options: Options) -> None:
    if options.allow_private:
        return
    local_name = host.lower().rstrip(".").endswith(LOCAL_NAMES)
    closed = next((address for address in addresses if not is_public(address)), None)
    if local_name or closed:
        raise Refused(
            f"{host} is a private or local address{f' ({closed})' if closed and str(closed) != host else ''} and is "
            "not fetched. If you mean it, allow it with --allow-private."
        )


def is_public(address: Address) -> bool:
    """Whether an address is reached over the public internet, also where IPv6 wraps one of IPv4."""
    if isinstance(address, IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour or _nat64(address)
        if wrapped is not None:
            return is_public(wrapped)
        if address.teredo or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _nat64(address: IPv6Address) -> IPv4Address | None:
    return IPv4Address(address.packed[-4:]) if address.packed[:12] == IPv6Address(NAT64).packed[:12] else None


def _literal(host: str) -> tuple[Address, ...]:
    """Return the address that a host is written as, also in the old forms (``2130706433``, ``0x7f.1``)."""
    try:
        return (ip_address(host),)
    except ValueError:
        pass
    try:
        return (IPv4Address(socket.inet_aton(host)),)
    except OSError:
        return ()

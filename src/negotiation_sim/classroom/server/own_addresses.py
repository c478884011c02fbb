"""The addresses by which other devices in the room reach this machine."""

from __future__ import annotations

import contextlib
import ipaddress
import socket

# Nothing is sent to these: the system only says from which of its addresses it would.
_SOMEWHERE = ("192.168.255.254", "10.255.255.254", "172.31.255.254", "203.0.113.1")


def own_addresses() -> list[str]:
    """IPv4 addresses of this machine within reach of others, the likeliest first."""
    found: list[str] = []
    for target in _SOMEWHERE:
        with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect((target, 9))
            found.append(probe.getsockname()[0])
    with contextlib.suppress(OSError):
        found += socket.gethostbyname_ex(socket.gethostname())[2]
    return [address for address in dict.fromkeys(found) if _is_reachable(address)]


def _is_reachable(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    return not (parsed.is_loopback or parsed.is_unspecified)


def own_names() -> list[str]:
    """Names under which this machine may be known in its network."""
    name = socket.gethostname().lower()
    bare = name.split(".")[0]
    return list(dict.fromkeys([name, bare, f"{bare}.local"]))


def is_loopback(host: str) -> bool:
    """Whether only this machine itself reaches a host name or address."""
    if host.lower() == "localhost":
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    return False

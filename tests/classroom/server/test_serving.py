"""What the terminal says, and the addresses that people are given."""

import pytest

from negotiation_sim.classroom.server import classroom, serving
from negotiation_sim.classroom.server.classroom import Setup
from negotiation_sim.classroom.server.own_addresses import is_loopback, own_addresses


@pytest.mark.parametrize(
    ("host", "here", "addresses", "is_open"),
    [
        ("127.0.0.1", "127.0.0.1:8765", ["127.0.0.1:8765"], False),
        ("localhost", "localhost:8765", ["localhost:8765"], False),
        ("::1", "[::1]:8765", ["[::1]:8765"], False),
        ("0.0.0.0", "127.0.0.1:8765", ["192.0.2.7:8765", "198.51.100.3:8765"], True),
        ("192.0.2.7", "192.0.2.7:8765", ["192.0.2.7:8765"], True),
    ],
)
def test_addresses_follow_where_the_server_listens(monkeypatch, host, here, addresses, is_open):
    monkeypatch.setattr(classroom, "own_addresses", lambda: ["192.0.2.7", "198.51.100.3"])
    setup = Setup(host)
    assert (setup.here, setup.addresses(), setup.is_open_to_others) == (here, addresses, is_open)


def test_a_machine_without_a_network_still_has_an_address(monkeypatch):
    monkeypatch.setattr(classroom, "own_addresses", list)
    assert Setup("0.0.0.0").addresses() == ["127.0.0.1:8765"]


def test_the_terminal_names_every_address_the_pin_and_the_file(monkeypatch, room):
    monkeypatch.setattr(classroom, "own_addresses", lambda: ["192.0.2.7"])
    lines = serving._greeting(Setup("0.0.0.0", pin="123456"), room.classroom.store)
    assert lines == [
        "The classroom: http://127.0.0.1:8765/   (Ctrl-C ends it)",
        "For other devices in this network: http://192.0.2.7:8765/",
        "PIN of the trainer: 123456",
        f"Sessions are kept in {room.classroom.store.path}",
    ]


def test_own_addresses_are_those_that_others_reach():
    assert not any(is_loopback(address) for address in own_addresses())
    assert is_loopback("127.5.0.1")
    assert is_loopback("[::1]")
    assert not is_loopback("192.0.2.7")

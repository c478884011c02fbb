"""How often something may be done."""

from negotiation_sim.classroom.server import allowances
from negotiation_sim.classroom.server.allowances import Allowance


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_so_many_at_once_then_so_many_a_second():
    clock = Clock()
    allowance = Allowance(5, 60.0, clock)
    assert [allowance.take("a") for _ in range(7)] == [True] * 5 + [False] * 2
    clock.now += 12.0
    assert [allowance.take("a") for _ in range(2)] == [True, False]
    clock.now += 6000.0
    assert [allowance.take("a") for _ in range(7)] == [True] * 5 + [False] * 2


def test_who_is_refused_does_not_wait_longer_for_trying():
    clock = Clock()
    allowance = Allowance(1, 10.0, clock)
    allowance.take("a")
    for _ in range(20):
        clock.now += 0.5
        allowance.take("a")
    assert not allowance.take("a")
    clock.now += 10.0
    assert allowance.take("a")


def test_each_has_a_bucket_of_its_own():
    allowance = Allowance(1, 60.0, Clock())
    assert [allowance.take(key) for key in ("a", "b", "a")] == [True, True, False]


def test_a_crowd_of_keys_is_forgotten_from_the_oldest_on(monkeypatch):
    monkeypatch.setattr(allowances, "_MOST_KEPT", 3)
    allowance = Allowance(1, 60.0, Clock())
    assert all(allowance.take(key) for key in "abcd")
    assert allowance.take("a")
    assert not allowance.take("d")

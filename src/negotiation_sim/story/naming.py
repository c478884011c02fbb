"""Names and numbers as the reader sees them: labels of the scenario, options with units, in the language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from gettext import NullTranslations

from negotiation_sim.messages.numbers import Numbers
from negotiation_sim.scenario import Scenario, text_in
from negotiation_sim.story.moves import MEDIATOR

_FEWEST_DIGITS = 2
_MOST_DIGITS = 4


class Names:
    """What things are called in one scenario and one language."""

    def __init__(self, scenario: Scenario, messages: NullTranslations, lang: str) -> None:
        """Look the labels up once."""
        self._messages = messages
        self._numbers = Numbers(lang)
        self._parties = {role: scenario.party_label(role, lang) for role in scenario.roles}
        mediator = scenario.mediator.label
        self._parties[MEDIATOR] = text_in(mediator, lang) if mediator else messages.gettext("the mediator")
        self._organisations = {
            role: {name: scenario.organisation_label(role, name, lang) for name in party.organisations or ()}
            for role, party in scenario.parties.items()
        }
        stages = scenario.ladder.stages if scenario.ladder else {}
        self._stages = {name: scenario.stage_label(name, lang) for name in stages}
        self._sources = {name: text_in(stage.source, lang) for name, stage in stages.items() if stage.source}
        self._issues = {issue: scenario.issue_label(issue, lang) for issue in scenario.all_issues}
        self._interests = {name: text_in(text, lang) for name, text in scenario.interests.items()}
        self._invented = frozenset(scenario.invention.options)
        self._options: dict[str, tuple[str, ...]] = {}
        self._units: dict[str, str] = {}
        for name, issue in scenario.all_issues.items():
            labels = issue.labels(lang)
            self._options[name] = tuple(map(self._numbers.with_decimal_sign, labels)) if issue.grid else labels
            self._units[name] = text_in(issue.unit, lang) if issue.unit else ""

    def party(self, role: str) -> str:
        """A side, or the mediator."""
        return self._parties[role]

    def parties(self, roles: Iterable[str]) -> str:
        """Several sides in a row."""
        return self.row(map(self.party, roles))

    def organisation(self, role: str, name: str) -> str:
        """An organisation of a side."""
        return self._organisations[role][name]

    def stage(self, stage: str) -> str:
        """A stage of the ladder."""
        return self._stages[stage]

    def source(self, stage: str) -> str:
        """Where the limit of a stage is from; empty where that is not written."""
        return self._sources.get(stage, "")

    def issue(self, issue: str) -> str:
        """An issue."""
        return self._issues[issue]

    def interest(self, interest: str) -> str:
        """An interest."""
        return self._interests[interest]

    def bare_option(self, issue: str, option: int) -> str:
        """An option without its unit."""
        return self._options[issue][option]

    def option(self, issue: str, option: int) -> str:
        """An option with its unit."""
        value, unit = self._options[issue][option], self._units[issue]
        if not unit:
            return value
        if unit.startswith("%"):
            # NOTE: a level and a unit that begins with the per cent sign, such as "30% of enterprises"
            return self._messages.gettext("{value}{unit}").format(value=value, unit=unit)
        # NOTE: a level and its unit, such as "12 weeks"
        return self._messages.gettext("{value} {unit}").format(value=value, unit=unit)

    def unit(self, issue: str) -> str:
        """The unit of an issue; empty where it has none."""
        return self._units[issue]

    def package(self, package: dict[str, int]) -> str:
        """Every issue of a package with its option; an invented clause only where it is included."""
        # NOTE: one issue of a package, such as "Notice: 12 weeks"
        one = self._messages.gettext("{issue}: {value}")
        return self.phrases(
            one.format(issue=self.issue(issue), value=self.option(issue, option))
            for issue, option in package.items()
            if option > 0 or issue not in self._invented
        )

    def quota(self, needed: int, sides: int) -> str:
        """How many yeses make a deal."""
        if needed == sides:
            return self._messages.gettext("All must say yes.")
        message = self._messages.ngettext("{n} of {total} must say yes.", "{n} of {total} must say yes.", needed)
        return message.format(n=needed, total=sides)

    def limit(self, limit: str) -> str:
        """A number of days as a scenario writes it, such as "7 working days"."""
        days, unit, _ = limit.split()
        if unit == "calendar":
            message = self._messages.ngettext("{n} calendar day", "{n} calendar days", int(days))
            return message.format(n=days)
        return self.working_days(int(days))

    def working_days(self, days: int) -> str:
        """So many working days."""
        return self._messages.ngettext("{n} working day", "{n} working days", days).format(n=days)

    def number(self, value: float, digits: int = _FEWEST_DIGITS) -> str:
        """A number with some decimals."""
        return self._numbers.decimal(value, digits)

    def apart(self, *values: float) -> tuple[str, ...]:
        """Numbers with as many decimals (2 to 4) as it takes to tell different ones apart."""
        digits = _digits(values)
        return tuple(self.number(value, digits) for value in values)

    def compared(self, value: float, other: float) -> tuple[str, str, str]:
        """Two numbers told apart, and the difference between them as they are shown."""
        digits = _digits((value, other))
        difference = abs(round(value, digits) - round(other, digits))
        return self.number(value, digits), self.number(other, digits), self.number(difference, digits)

    def distance(self, value: float) -> str:
        """How far something is from something else, told apart from nothing."""
        return self.apart(value, 0.0)[0]

    def worths(self, worths: Mapping[str, float]) -> str:
        """Sides, each with a number on the scale from 0 to 1."""
        return self._by_side({party: self.number(worth) for party, worth in worths.items()})

    def gains(self, gains: Mapping[str, float]) -> str:
        """Sides, each with what it gains (+) or loses (-)."""
        return self._by_side({party: self._numbers.signed(gain, _FEWEST_DIGITS) for party, gain in gains.items()})

    def _by_side(self, numbers: Mapping[str, str]) -> str:
        # NOTE: a side and a worth on the scale from 0 to 1, such as "Government 0.71"
        one = self._messages.gettext("{party} {worth}")
        return self.row(one.format(party=self.party(party), worth=number) for party, number in numbers.items())

    def share(self, value: float) -> str:
        """A share as a whole number of per cent."""
        return self._numbers.percent(value)

    def phrases(self, items: Iterable[str]) -> str:
        """Things that are phrases themselves, one after the other."""
        # NOTE: stands between the phrases of a list
        return self._messages.gettext("; ").join(items)

    def row(self, items: Iterable[str]) -> str:
        """Short things, one after the other."""
        # NOTE: stands between the words of a list
        return self._messages.gettext(", ").join(items)


def _digits(values: Sequence[float]) -> int:
    digits = _FEWEST_DIGITS
    while digits < _MOST_DIGITS and len({f"{v:.{digits}f}" for v in values}) < len(set(values)):
        digits += 1
    return digits

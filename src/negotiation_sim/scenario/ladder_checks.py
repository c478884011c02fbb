"""Checks of the ladder: no hole, no loop, known parties, a stoppage that somebody calls, time that fits."""

from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext

from negotiation_sim.scenario.built_in import PROTOCOLS_WITH_MEDIATOR
from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.ladder import END, Ladder, working_days
from negotiation_sim.scenario.nearest_name import suggestion_or_all
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.yaml_nodes import Path

MOST_ROUNDS = 500
"""Rounds that a ladder may have in all: those of the longest plain talks."""


def ladder_problems(draft: Draft) -> Iterator[Problem]:
    """Everything wrong with the ladder and side payments that concerns more than one value."""
    yield from _payer_problems(draft)
    if not draft.has("ladder"):
        return
    if draft.has("deadline"):
        yield draft.key_place("deadline").problem(
            gettext(
                "'deadline' has no place beside a ladder, whose stages have limits; delete it "
                "(write 'deadline: null' where it comes from the base that 'extends' names)"
            )
        )
    for path in draft.each("ladder", "stages"):
        yield from _party_problems(draft, path)
        yield from _stoppage_problems(draft, path)
    wrong_steps = [problem for path in draft.each("ladder", "stages") for problem in _step_problems(draft, path)]
    yield from wrong_steps
    written = draft.value("ladder")
    if not isinstance(written, Mapping) or not draft.keys("ladder", "stages"):
        return
    ladder = Ladder.model_validate(written)
    if not wrong_steps:
        yield from _way_problems(draft, ladder)
    yield from _time_problems(draft, ladder)
    yield from _clock_problems(draft, ladder)
    protocol = draft.value("protocol")
    if protocol in PROTOCOLS_WITH_MEDIATOR and not any(stage.mediator for stage in ladder.stages.values()):
        told = gettext("'protocol' is {protocol}: it needs a mediator, but no stage has 'mediator: true'")
        yield draft.place("protocol").problem(told.format(protocol=repr(protocol)))


def _payer_problems(draft: Draft) -> Iterator[Problem]:
    payer, roles = draft.value("side_payments", "from"), draft.keys("parties")
    if isinstance(payer, str) and roles and payer not in roles:
        yield draft.place("side_payments", "from").problem(_unknown("side_payments.from", payer, roles))


def _unknown(where: str, role: str, roles: Sequence[str]) -> str:
    told = gettext("'{path}': unknown party {name}").format(path=where, name=repr(role))
    return f"{told}{suggestion_or_all(role, roles)}"


def _party_problems(draft: Draft, stage: Path) -> Iterator[Problem]:
    roles, name = draft.keys("parties"), ".".join(map(str, stage))
    written = draft.value(*stage, "seats")
    seats = written if isinstance(written, list) else []
    for number, role in enumerate(seats if roles else ()):
        place = draft.place(*stage, "seats", number)
        if role not in roles:
            yield place.problem(_unknown(f"{name}.seats", role, roles))
        elif role in seats[:number]:
            told = gettext("'{path}': {party} sits there twice")
            yield place.problem(told.format(path=f"{name}.seats", party=repr(role)))
    if len(seats) == 1:
        told = gettext("'{path}': one party alone cannot agree with anybody")
        yield draft.place(*stage, "seats").problem(told.format(path=f"{name}.seats"))
    for path in draft.each(*stage, "authority"):
        if roles and path[-1] not in roles:
            yield draft.key_place(*path).problem(_unknown(f"{name}.authority", str(path[-1]), roles))
    caller = draft.value(*stage, "called_by")
    if isinstance(caller, str) and roles and caller not in roles:
        yield draft.place(*stage, "called_by").problem(_unknown(f"{name}.called_by", caller, roles))


def _stoppage_problems(draft: Draft, stage: Path) -> Iterator[Problem]:
    stoppage, name = draft.value(*stage, "stoppage"), ".".join(map(str, stage))
    if stoppage == "none" and draft.has(*stage, "called_by"):
        told = gettext("'{path}' names who calls a stoppage, but 'stoppage' is 'none'")
        yield draft.key_place(*stage, "called_by").problem(told.format(path=f"{name}.called_by"))
    if isinstance(stoppage, str) and stoppage != "none" and not draft.has(*stage, "called_by"):
        told = gettext("'{path}' is {stoppage}: name the party that calls it in 'called_by'")
        yield draft.place(*stage, "stoppage").problem(told.format(path=f"{name}.stoppage", stoppage=repr(stoppage)))


def _step_problems(draft: Draft, stage: Path) -> Iterator[Problem]:
    """A step to no stage is a hole; a step back, or to itself, is a loop."""
    names = draft.keys("ladder", "stages")
    if stage[-1] == END:
        told = gettext("'ladder.stages.end': 'end' means no stage; choose another name")
        yield draft.key_place(*stage).problem(told)
    for key in ("next", "if_evaded"):
        target = draft.value(*stage, key)
        if not isinstance(target, str) or target == END:
            continue
        where = f"{'.'.join(map(str, stage))}.{key}"
        if target not in names:
            told = gettext("'{path}': there is no stage {name}").format(path=where, name=repr(target))
            yield draft.place(*stage, key).problem(f"{told}{suggestion_or_all(target, [*names, END])}")
        elif names.index(target) <= names.index(str(stage[-1])):
            told = gettext("'{path}' leads back to {name}, in a loop; name a later stage of the file, or 'end'")
            if target == stage[-1]:
                told = gettext("'{path}' leads to itself, in a loop; name a later stage of the file, or 'end'")
            yield draft.place(*stage, key).problem(told.format(path=where, name=repr(target)))


def _way_problems(draft: Draft, ladder: Ladder) -> Iterator[Problem]:
    """Stages that nothing leads to, and a way from the first stage on which all are banned."""
    first, *others = ladder.stages
    reached = {first}
    for name in ladder.stages:
        if name in reached:
            reached |= {ladder.after(name), ladder.after_evasion(name)}
    for name in others:
        if name not in reached:
            told = gettext("'{path}': no stage leads to it, so it would never begin")
            yield draft.key_place("ladder", "stages", name).problem(told.format(path=f"ladder.stages.{name}"))
    stage = first
    while stage != END and ladder.stages[stage].banned:
        stage = ladder.after(stage)
    if stage == END:
        yield draft.key_place("ladder", "stages").problem(
            gettext("'ladder.stages': every stage on the way from the first is banned, so nobody would ever talk")
        )


def _time_problems(draft: Draft, ladder: Ladder) -> Iterator[Problem]:
    for name, stage in ladder.stages.items():
        if working_days(stage.limit) == 0:
            told = gettext("'{path}' is {limit}: a stage lasts at least 1 working day")
            yield draft.place("ladder", "stages", name, "limit").problem(
                told.format(path=f"ladder.stages.{name}.limit", limit=repr(stage.limit))
            )
    total = sum(map(ladder.rounds, ladder.stages))
    if total > MOST_ROUNDS:
        told = gettext(
            "'ladder.stages' have {rounds} rounds of talks; at most {most} (days times 'ladder.rounds_per_day')"
        )
        yield draft.key_place("ladder", "stages").problem(told.format(rounds=total, most=MOST_ROUNDS))


def _clock_problems(draft: Draft, ladder: Ladder) -> Iterator[Problem]:
    before, earlier = 0.0, ""
    for name, stage in ladder.stages.items():
        if stage.clock is None:
            continue
        if stage.clock < before:
            told = gettext("'{path}' is {value}: time does not run back; {stage} has {before}")
            path = f"ladder.stages.{name}.clock"
            yield draft.place("ladder", "stages", name, "clock").problem(
                told.format(path=path, value=f"{stage.clock:g}", stage=repr(earlier), before=f"{before:g}")
            )
        before, earlier = stage.clock, name

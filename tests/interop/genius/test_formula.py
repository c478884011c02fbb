"""What files of Genius say is what Genius' formula says, written a second time in benchmarks/genius_domains.py."""

from __future__ import annotations

import itertools
import runpy
from pathlib import Path

import numpy as np
import pytest

from negotiation_sim.interop.genius import GeniusDomain, GeniusProfile, read_domain, read_profile
from negotiation_sim.interop.genius.all_outcomes import utilities

FULL_SIZE = runpy.run_path(str(Path(__file__).parents[3] / "benchmarks" / "genius_domains.py"))

CONSTRAINED_DOMAIN = """\
<negotiation_template><utility_space><objective name="Rail">
<issue index="1" name="Money"><item value="-10"/><item value="0"/><item value="250"/></issue>
<issue index="2" name="Blame"><item value="0"/><item value="33"/><item value="66"/></issue>
<issue index="3" name="Act"><item value="A=fire+B=warn"/><item value="A=warn+B=fire"/><item value="none"/></issue>
<issue index="4" name="Share"><item value="0"/><item value="40"/></issue>
</objective></utility_space></negotiation_template>
"""

_ISSUES = CONSTRAINED_DOMAIN.partition('name="Rail">')[2].partition("</objective>")[0]

CONSTRAINED = f"""\
<utility_space type="constraint"><objective name="Rail">{_ISSUES}
<rules><ranks>
<issue index="1"><item value="-10" rank="1"/><item value="0" rank="2"/><item value="250" rank="4"/></issue>
<issue index="2"><item value="0" rank="5"/><item value="33" rank="3"/><item value="66" rank="0"/></issue>
<issue index="3"><item value="A=fire+B=warn" rank="3"/><item value="A=warn+B=fire" rank="2"/>
<item value="none" rank="1"/></issue>
<issue index="4"><item value="0" rank="7"/><item value="40" rank="3"/></issue>
</ranks>
<constraints>
CONSTRAINTS
</constraints></rules></objective></utility_space>
"""

CONSTRAINTS = {
    "inclusive": '<constraint type="inclusiveZeroOutcomeConstraint"><checkassignment index="1" '
    'condition="numeric=positive"/><checkassignment index="3" condition="B=fire"/></constraint>',
    "inclusive, negative": '<constraint type="inclusiveZeroOutcomeConstraint"><checkassignment index="1" '
    'condition="numeric=negative"/><checkassignment index="3" condition="one"/></constraint>',
    "conditional outcome": '<constraint type="conditionalZeroOutcomeConstraint"><checkassignment index="1" '
    'condition="numeric=negative"/><checkassignment index="3" condition="A=fire"/></constraint>',
    "conditional outcome, positive": '<constraint type="conditionalZeroOutcomeConstraint"><checkassignment index="1" '
    'condition="numeric=positive"/><checkassignment index="3" condition="warn"/></constraint>',
    "zero": '<constraint type="zeroConstraint" index="2"><valueassignment index="1" value="250"/>'
    '<valueassignment index="2" value="33"/></constraint>',
    "conditional": '<constraint type="conditionalZeroConstraint" index="3" value="A=fire">'
    '<valueassignment index="2" value="66"/></constraint>',
    "sum": '<constraint type="sumZeroConstraint" index="3" value="fire" min="66" max="100">'
    '<item index="2"/><item index="4"/></constraint>',
    "sum not": '<constraint type="sumZeroNotConstraint" index="3" value="A=fire" min="33" max="40">'
    '<item index="2"/><item index="4"/></constraint>',
    "sum list": '<constraint type="sumZeroConstraintList" index="1" min="0" max="40"><condition value="250"/>'
    '<condition value="-"/><item index="2"/><item index="4"/></constraint>',
}


def differences(domain: GeniusDomain, profile: GeniusProfile, path: Path) -> list[float]:
    formula = FULL_SIZE["genius_utility"](path)
    found, table = [], utilities(profile)
    for outcome in itertools.product(*(range(len(issue.options)) for issue in domain.issues)):
        named = {issue.index: issue.options[k] for issue, k in zip(domain.issues, outcome, strict=True)}
        found += [profile.utility(outcome) - formula(named), float(table[outcome]) - formula(named)]
    return found


def test_an_additive_profile(write, texts):
    domain = read_domain(write("domain.xml", texts.domain))
    for name, text in (("a.xml", texts.profile), ("b.xml", texts.other)):
        path = write(name, text)
        found = differences(domain, read_profile(path, domain), path)
        assert len(found) == 2 * 3 * 4 * 3
        assert max(map(abs, found)) <= 1e-12


def test_known_numbers(write, texts):
    domain = read_domain(write("domain.xml", texts.domain))
    profile = read_profile(write("a.xml", texts.profile), domain)
    assert [issue.options for issue in domain.issues] == [
        ("north", "south: sunny", "10%"),
        ("-1", "0", "1", "2"),
        ("-5", "0", "yes"),
    ]
    # Weights 0.5, 0.25, 0.5 divided by 1.25; evaluations 3/12; -0.1 + 0.4 x 2; 2.5/7.
    assert profile.utility([0, 2, 1]) == pytest.approx(0.4 * 0.25 + 0.2 * 0.7 + 0.4 * 2.5 / 7, abs=1e-15)
    assert profile.utility([2, 0, 2]) == pytest.approx(0.4, abs=1e-15)  # -0.1 counts as 0
    assert profile.utility([1, 3, 2]) == pytest.approx(1.0, abs=1e-15)  # 1.1 counts as 1
    assert profile.utility([1, 3, 2], time=0.5) == pytest.approx(np.sqrt(0.8), abs=1e-15)
    assert (profile.reservation, profile.discount, profile.weight_sum) == (0.3, 0.8, 1.25)


@pytest.mark.parametrize("names", [*itertools.combinations(CONSTRAINTS, 1), tuple(CONSTRAINTS)], ids="+".join)
def test_constraints(write, names):
    domain = read_domain(write("domain.xml", CONSTRAINED_DOMAIN))
    path = write("profile.xml", CONSTRAINED.replace("CONSTRAINTS", "".join(CONSTRAINTS[name] for name in names)))
    free = read_profile(write("free.xml", CONSTRAINED.replace("CONSTRAINTS", "")), domain)
    profile = read_profile(path, domain)
    assert max(map(abs, differences(domain, profile, path))) <= 1e-12
    touched = np.count_nonzero(utilities(free) - utilities(profile))
    assert 0 < touched < 54  # the constraint bites, but not everywhere


def test_every_type_of_constraint_is_tried():
    from negotiation_sim.interop.genius.constraints import TYPES

    assert all(any(f'"{kind}"' in text for text in CONSTRAINTS.values()) for kind in TYPES)


def test_zero_counts_as_positive_for_the_inclusive_and_not_for_the_conditional_constraint(write):
    domain = read_domain(write("domain.xml", CONSTRAINED_DOMAIN))
    zero = domain.issues[0].options.index("0")

    def worth(name: str, act: str) -> float:
        text = CONSTRAINED.replace("CONSTRAINTS", CONSTRAINTS[name])
        return read_profile(write("p.xml", text), domain).utility([zero, 0, domain.issues[2].options.index(act), 0])

    assert worth("inclusive", "A=warn+B=fire") == 0.0
    assert worth("conditional outcome, positive", "none") > 0.0


def test_the_first_check_of_a_conditional_constraint_is_that_of_a_java_hash_map(write):
    """Of the issues 3 and 16 it is 16; so the numbers must be those of issue 16."""
    renumbered = [('index="1"', 'index="16"'), ('index="3"', 'index="03"')]
    domain, profile = CONSTRAINED_DOMAIN, CONSTRAINED.replace("CONSTRAINTS", CONSTRAINTS["conditional outcome"])
    for old, new in renumbered:
        domain, profile = domain.replace(old, new), profile.replace(old, new)
    read = read_profile(write("p.xml", profile), read_domain(write("d.xml", domain)))
    assert [dict(condition) for condition in read.deal_breakers] == [{0: {0}, 2: {1, 2}}]


def test_words_that_no_option_contains_are_told(write):
    domain = read_domain(write("domain.xml", CONSTRAINED_DOMAIN))
    text = CONSTRAINED.replace("CONSTRAINTS", CONSTRAINTS["conditional"].replace("A=fire", "A=fired"))
    remarks = read_profile(write("p.xml", text), domain).remarks
    assert [remark.partition(": ")[2] for remark in remarks] == ["no option of issue 'Act' contains 'A=fired'"]


def test_of_two_evaluations_the_last_counts_and_that_is_told(write, texts):
    domain = read_domain(write("domain.xml", texts.domain))
    doubled = texts.profile.replace(
        '<item index="2" value="south', '<item value="north" evaluation="6"/>\n<item index="2" value="south'
    )
    profile = read_profile(write("p.xml", doubled), domain)
    assert profile.worths[0][0] == pytest.approx(0.4 * 6 / 12)
    assert profile.remarks == ("line 5: option 'north' is evaluated again; the last evaluation counts, as in Genius",)


@pytest.mark.parametrize("written", ["0", "-1", "1.5"])
def test_a_discount_factor_out_of_range_counts_as_1_and_that_is_told(write, texts, written):
    domain = read_domain(write("domain.xml", texts.domain))
    text = texts.profile.replace('discount_factor value="0.8"', f'discount_factor value="{written}"')
    profile = read_profile(write("p.xml", text), domain)
    assert profile.discount == 1.0
    assert profile.remarks == (f"line 20: discount factor {written} counts as 1, as in Genius",)


def test_evaluations_next_to_nothing_count_nothing(write, texts):
    domain = read_domain(write("domain.xml", texts.domain))
    text = texts.profile
    for number in ('"7"', '"2.5"', '"1"/>\n</issue>'):
        text = text.replace(
            f"evaluation={number}", f"evaluation={number.replace(number.split(chr(34))[1], '0.000001')}"
        )
    assert read_profile(write("p.xml", text), domain).worths[2] == (0.0, 0.0, 0.0)

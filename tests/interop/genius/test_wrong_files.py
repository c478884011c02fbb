"""Mistakes in files of Genius: one line each, with file and line, what is wrong and what is allowed."""

from __future__ import annotations

import pytest

from negotiation_sim.interop.genius import GeniusFileError
from negotiation_sim.interop.genius.importing import read_genius
from negotiation_sim.interop.genius.xml_tree import DEEPEST, LARGEST, MOST_ELEMENTS


@pytest.fixture
def refused(write, texts):
    """The lines with which changed texts are refused; (old, new) is replaced in the domain or the profile."""

    def lines(in_domain=(), in_profile=(), domain=None, profile=None):
        told, said = domain or texts.domain, profile or texts.profile
        for old, new in in_domain:
            assert old in told
            told = told.replace(old, new, 1)
        for old, new in in_profile:
            assert old in said
            said = said.replace(old, new, 1)
        paths = write("domain.xml", told), write("profile.xml", said)
        with pytest.raises(GeniusFileError) as error:
            read_genius(paths[0], [paths[1]])
        assert error.value.report() == str(error.value)
        return str(error.value).replace(f"{paths[0].parent}/", "").splitlines()

    return lines


DOMAIN_MISTAKES = {
    "a profile": ("<negotiation_template>", "</negotiation_template>", "utility_space",
                  "domain.xml:1:1: this is a preference profile; the domain, <negotiation_template>, comes first"),
    "another root": ("<negotiation_template>", "</negotiation_template>", "domain",
                     "domain.xml:1:1: <domain> is no domain of Genius; allowed is <negotiation_template>"),
}  # fmt: skip


@pytest.mark.parametrize("case", DOMAIN_MISTAKES)
def test_roots(refused, case):
    opening, closing, tag, line = DOMAIN_MISTAKES[case]
    assert refused([(opening, f"<{tag}>"), (closing, f"</{tag}>")]) == [line]


IN_DOMAIN = [
    ('type="discrete"', 'typ="discrete"', "4:1: <issue> has no attribute 'typ'; did you mean 'type'?"),
    ('type="integer" etype="integer" vtype="integer"', 'type="real"',
     "9:1: an issue of type 'real' cannot be read; allowed: discrete, integer"),
    ('type="integer"', 'type="discrete"',
     "9:1: the issue is of type discrete, integer at once; allowed is one of them"),
    ('lowerbound="-1"', 'lowerbound="2"',
     "9:1: from 2 to 2 there is nothing to choose; upperbound must be above lowerbound"),
    ('lowerbound="-1"', 'lowerbound="minus one"',
     "9:1: 'lowerbound' of <issue> is 'minus one'; allowed is a whole number of at most 9 digits"),
    ('upperbound="2"', 'upperbound="5000"', "9:1: 5002 options; allowed: 2000 or fewer"),
    ('value="10%"', 'value="north"', "7:1: the option 'north' is there twice"),
    ('<item index="3" value="10%"/>', "<thing/>", "7:1: <thing> does not belong into <issue> (there is: item)"),
    ('<item index="2" value="south: sunny"/>\n<item index="3" value="10%"/>', "",
     "4:1: issue 'Room' has 1 <item>; allowed: 2 or more"),
    ('index="3" name="Pay', 'index="1" name="Pay', "10:1: a second issue with index '1'"),
    ('name="Desks"', 'name="Room"', "9:1: a second issue with name 'Room'"),
    ('value="south: sunny"', "", "6:1: <item> needs the attribute 'value'"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line"), IN_DOMAIN, ids=[line for _, _, line in IN_DOMAIN])
def test_mistakes_in_the_domain(refused, old, new, line):
    assert refused([(old, new)]) == [f"domain.xml:{line}"]


IN_PROFILE = [
    ('evaluation="12"', "", "5:1: <item> needs the attribute 'evaluation'"),
    ('evaluation="12"', 'evaluation="-3"', "5:1: 'evaluation' of <item> is '-3'; allowed is a number from 0"),
    ('evaluation="12"', 'evaluation="nan"', "5:1: 'evaluation' of <item> is 'nan'; allowed is a number from 0"),
    ('evaluation="12"', 'evaluation="1e999"', "5:1: 'evaluation' of <item> is '1e999'; allowed is a number from 0"),
    ('evaluation="12"', 'evaluation="null"', "5:1: 'evaluation' of <item> is 'null'; allowed is a number from 0"),
    ('evaluation="12"', 'eval="12" evaluation="12"',
     "5:1: <item> has no attribute 'eval'; did you mean 'value'?"),
    ('<weight index="2" value="0.25"/>\n', "", "2:1: no <weight> of issue 'Desks'; every issue needs one"),
    ('<weight index="2" value="0.25"/>', '<weight index="2" value="-1"/>',
     "17:1: 'value' of <weight> is '-1'; allowed is a number from 0"),
    ('<weight index="2" value="0.25"/>', '<weight index="2" value="0.25"/><weight index="2" value="0.25"/>',
     "17:33: a second weight of issue 2"),
    ('<weight index="2"', '<weight index="7" value="0"/><weight index="2"',
     "17:1: weight of an issue 7; the domain has 1, 2, 3"),
    ('name="Room"', 'name="Rooms"', "3:1: the domain has no issue 'Rooms'; did you mean 'Room'?"),
    ('index="1" name="Room"', 'index="2" name="Room"', "3:1: issue 'Room' has index 2 here and 1 in the domain"),
    ('lowerbound="-1"', 'lowerbound="0"',
     "8:1: issue 'Desks' runs from 0 to 2 here and from -1 to 2 in the domain"),
    ('slope="0.4" offset="-0.1"/>', 'slope="0.4" offset="-0.1"><a/></evaluator>',
     "9:53: <a> does not belong into <evaluator> (nothing is allowed there)"),
    ('ftype="linear"', 'ftype="triangular"', "9:1: an evaluator of ftype 'triangular' cannot be read; allowed: linear"),
    ('<evaluator ftype="linear" slope="0.4" offset="-0.1"/>', "", "8:1: <issue> needs an element <evaluator>"),
    ('slope="0.4"', "", "9:1: <evaluator> needs the attribute 'slope'"),
    ("<utility_space>", '<utility_space type="nonlinear">',
     "1:1: a utility space of type 'nonlinear' cannot be read; allowed: linear, constraint"),
    ('<reservation value="0.3"/>', '<reservation value="0.3"/><reservation value="0.4"/>',
     "21:27: a second <reservation>; <utility_space> has one"),
    ('reservation value="0.3"', 'reservation value="1"',
     "1:1: no outcome is worth more than the reservation value 1; the best is worth 1"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line"), IN_PROFILE, ids=[f"{old} {new}"[:60] for old, new, _ in IN_PROFILE])
def test_mistakes_in_a_profile(refused, old, new, line):
    found = refused((), [(old, new)])
    assert found == [f"profile.xml:{line}"]


def test_options_that_are_not_in_both_files(refused):
    assert refused((), [('value="south: sunny"', 'value="garden"')]) == [
        "profile.xml:3:1: issue 'Room': the option 'south: sunny' of the domain is missing",
        "profile.xml:5:1: the domain's issue 'Room' has no option 'garden' (there is: north, south: sunny, 10%)",
    ]


def test_an_issue_of_another_type(refused):
    kind = ('type="integer" etype="integer"', "")
    assert refused((), [kind]) == ["profile.xml:8:1: issue 'Desks' is discrete here and integer in the domain"]


def test_issues_of_the_domain_that_a_profile_lacks(refused, texts):
    start, end = texts.profile.index('<issue index="2"'), texts.profile.index('<issue index="3"')
    shorter = texts.profile[:start] + texts.profile[end:]
    assert refused(profile=shorter) == ["profile.xml:2:1: issue 'Desks' of the domain is missing"]


def test_weights_all_zero(refused):
    changes = [('value="0.5"', 'value="0"'), ('value="0.25"', 'value="0"'), ('value="0.5"', 'value="0"')]
    assert refused((), changes) == ["profile.xml:2:1: all weights are 0; at least one must be above 0"]


def test_evaluations_all_zero(refused):
    names = ("3", "12", "7", "2.5", "1")
    changes = [(f'evaluation="{number}"', 'evaluation="0"') for number in names]
    changes += [('slope="0.4"', 'slope="0"')]
    told = "profile.xml:2:1: all evaluations that count are 0; at least one must be above 0"
    assert refused((), changes) == [told]


def test_nothing_at_stake(refused):
    names = ("12", "0")
    changes = [(f'evaluation="{number}"', 'evaluation="3"') for number in names]
    changes += [(f'evaluation="{number}"', 'evaluation="3"') for number in ("7", "2.5", "1")]
    changes += [('slope="0.4" offset="-0.1"', 'slope="0" offset="1"')]
    assert refused((), changes) == ["profile.xml:1:1: every outcome is worth the same; nothing is at stake"]


def test_all_mistakes_are_told_in_the_order_of_the_lines(refused):
    found = refused((), [('evaluation="12"', ""), ('slope="0.4"', ""), ('value="0.25"', "")])
    assert [line.split(":")[1] for line in found] == ["5", "9", "17"]


def test_too_many_outcomes(refused):
    issues = "".join(f'<issue index="{n}" name="i{n}"><item value="{{}}"/></issue>' for n in range(1, 11))
    items = '"/><item value="'.join("abcdefghij")
    text = (
        f"<negotiation_template><utility_space><objective>{issues}</objective></utility_space></negotiation_template>"
    )
    assert refused(domain=text.replace("{}", items)) == ["domain.xml:1:1: 1.0e10 outcomes; allowed: 2 000 000 or fewer"]


def test_too_many_issues(refused):
    issues = "".join(f'<issue index="{n}" name="i{n}"><item value="a"/><item value="b"/></issue>' for n in range(1, 22))
    text = (
        f"<negotiation_template><utility_space><objective>{issues}</objective></utility_space></negotiation_template>"
    )
    assert refused(domain=text) == ["domain.xml:1:1: 21 issues; allowed: 20 or fewer"]


BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<negotiation_template>&lol2;</negotiation_template>
"""
HOSTILE = {
    "bare document type": "<!DOCTYPE negotiation_template><negotiation_template/>",
    "entity bomb": BOMB,
    "document type": '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><negotiation_template/>',
    "external entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><negotiation_template>&x;'
    "</negotiation_template>",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_document_types_and_entities(refused, case):
    (line,) = refused(domain=HOSTILE[case])
    assert line.partition(": ")[2].startswith("a document type (<!DOCTYPE ...>) is not allowed, nor are entities")


MALFORMED = {
    "<negotiation_template>\n<utility_space>": "domain.xml:2:16: this is not XML: no element found",
    "<a>\n<b></a>": "domain.xml:2:6: this is not XML: mismatched tag",
    " ": "domain.xml:1:2: this is not XML: no element found",
    "name: yaml": "domain.xml:1:1: this is not XML: syntax error",
    '<?xml version="1.0" encoding="klingon"?><a/>': "domain.xml:1:1: an encoding that cannot be read "
    "(unknown encoding: klingon); allowed: UTF-8",
    "<a>&unknown;</a>": "domain.xml:1:4: this is not XML: undefined entity",
}


@pytest.mark.parametrize("text", MALFORMED)
def test_what_is_no_xml(refused, text):
    assert refused(domain=text) == [MALFORMED[text]]


def test_binary_content(write, texts):
    path = write("domain.xml", "")
    path.write_bytes(b"\x00\xff\xfe" * 20)
    with pytest.raises(GeniusFileError, match=r"domain\.xml:1:\d+: this is not XML"):
        read_genius(path, [])


def test_depth_and_size_have_an_end(refused, write, texts):
    deep = "<a>" * 5000 + "</a>" * 5000
    assert refused(domain=deep) == [f"domain.xml:1:{DEEPEST * 3 + 1}: elements lie more than {DEEPEST} levels deep"]
    (line,) = refused(domain="<a>" + "<b/>" * MOST_ELEMENTS + "</a>")
    assert line.endswith(f"more than {MOST_ELEMENTS} elements")
    huge = texts.domain + " " * LARGEST
    assert refused(domain=huge) == ["domain.xml:1:1: larger than 20 MB; files of Genius are smaller"]

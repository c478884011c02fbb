"""The commands `import-genius` and `export-genius`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from negotiation_sim.scenario import load_scenario

DOMAIN = """\
<negotiation_template><utility_space><objective name="Shop">
<issue index="1" name="Pay"><item value="low"/><item value="high"/></issue>
<issue index="2" name="Hours"><item value="short"/><item value="long"/></issue>
</objective></utility_space></negotiation_template>
"""


def profile(low: int, high: int, short: int, long: int) -> str:
    return f"""\
<utility_space><objective>
<issue index="1" name="Pay"><item value="low" evaluation="{low}"/><item value="high" evaluation="{high}"/></issue>
<issue index="2" name="Hours"><item value="short" evaluation="{short}"/><item value="long" evaluation="{long}"/></issue>
<weight index="1" value="0.6"/><weight index="2" value="0.4"/>
</objective><discount_factor value="0"/><reservation value="0.1"/></utility_space>
"""


@pytest.fixture
def shop(call) -> Iterator[Callable]:
    """`import-genius` on three files in the folder of the test."""
    Path("shop.xml").write_text(DOMAIN, encoding="utf-8")
    Path("shop_staff.xml").write_text(profile(1, 4, 2, 1), encoding="utf-8")
    Path("shop_owner.xml").write_text(profile(4, 1, 1, 2), encoding="utf-8")
    yield lambda *arguments: call("import-genius", "shop.xml", "shop_staff.xml", "shop_owner.xml", *arguments)


def test_a_scenario_that_can_be_run_next(shop, call):
    said = shop("-o", "shop.yaml")
    assert said.code == 0
    assert said.out == (
        "Written: shop.yaml. Try next:\n  negotiation-sim run shop.yaml\n  negotiation-sim watch shop.yaml --run 1\n"
    )
    assert said.err == (
        "shop_staff.xml: line 5: discount factor 0 counts as 1, as in Genius\n"
        "shop_owner.xml: line 5: discount factor 0 counts as 1, as in Genius\n"
    )
    scenario = load_scenario("shop.yaml")
    assert (scenario.roles, scenario.deadline) == (("staff", "owner"), 50)
    assert call("check", "shop.yaml").code == 0


def test_names_and_deadline(shop):
    assert shop("-o", "shop.yaml", "--roles", "union, firm", "--deadline", "12").code == 0
    scenario = load_scenario("shop.yaml")
    assert (scenario.roles, scenario.deadline) == (("union", "firm"), 12)


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ("Union,firm", "'Union' cannot name a party; allowed: small Latin letters, digits and _, a letter first"),
        ("union", "union for 2 profiles; needed is a different name for each"),
        ("union,union", "union,union for 2 profiles; needed is a different name for each"),
    ],
)
def test_names_that_cannot_be(shop, roles, told):
    said = shop("-o", "shop.yaml", "--roles", roles)
    assert said.code == 2
    assert told in said.err
    assert not Path("shop.yaml").exists()


def test_a_file_that_is_there_is_kept(shop):
    Path("shop.yaml").write_text("mine\n", encoding="utf-8")
    said = shop("-o", "shop.yaml")
    assert (said.code, Path("shop.yaml").read_text(encoding="utf-8")) == (2, "mine\n")
    assert "shop.yaml would be overwritten; name another file, or add --force" in said.err
    assert shop("-o", "shop.yaml", "--force").code == 0
    assert load_scenario("shop.yaml").roles == ("staff", "owner")


def test_mistakes_leave_everything_as_it_was(shop):
    Path("shop.yaml").write_text("mine\n", encoding="utf-8")
    staff = Path("shop_staff.xml")
    staff.write_text(staff.read_text(encoding="utf-8").replace(' evaluation="4"', ""), encoding="utf-8")
    before = sorted(Path().iterdir())
    said = shop("-o", "shop.yaml", "--force")
    assert (said.code, said.out) == (2, "")
    assert said.err == "shop_staff.xml:2:63: <item> needs the attribute 'evaluation'\n"
    assert Path("shop.yaml").read_text(encoding="utf-8") == "mine\n"
    assert sorted(Path().iterdir()) == before


def test_too_few_and_missing_files(shop, call):
    said = call("import-genius", "shop.xml", "shop_staff.xml", "-o", "a.yaml")
    assert said.code == 2
    assert "1 profiles; a scenario has 2 to 8 parties, with one profile each" in said.err
    assert call("import-genius", "shop.xml", "shop_staff.xml", "none.xml", "-o", "a.yaml").code == 2
    assert not Path("a.yaml").exists()


def test_out_and_in_again(shop, call):
    shop("-o", "shop.yaml")
    said = call("export-genius", "shop.yaml", "-o", "out")
    assert (said.code, said.out) == (
        0,
        "Written to out: domain.xml, profile_staff.xml, profile_owner.xml\n",
    )
    files = [f"out/profile_{role}.xml" for role in ("staff", "owner")]
    assert call("import-genius", "out/domain.xml", *files, "-o", "again.yaml").code == 0
    assert load_scenario("again.yaml").roles == ("staff", "owner")
    assert call("export-genius", "shop.yaml", "-o", "out").code == 2
    assert call("export-genius", "shop.yaml", "-o", "out", "--force").code == 0


def test_files_of_negmas(shop, call):
    shop("-o", "shop.yaml")
    assert call("export-genius", "shop.yaml", "-o", "out", "--format", "negmas").code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["1_staff.yml", "2_owner.yml", "domain.yml"]


def test_values_that_are_drawn_cannot_be_exported(call):
    said = call("export-genius", "two_party_textbook", "-o", "out", "--set", "parties.*.importance_spread=1")
    assert said.code == 2
    assert "differs between negotiations; write its 'values', or importance_spread: 0" in said.err
    assert not Path("out").exists()

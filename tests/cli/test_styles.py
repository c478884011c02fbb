"""The command `styles`."""

from __future__ import annotations

import json

from click.testing import CliRunner

from negotiation_sim.cli import group
from negotiation_sim.scenario.built_in import STYLES


def test_every_style_has_a_sentence_of_its_own() -> None:
    result = CliRunner().invoke(group, ["styles", "--json"])
    assert result.exit_code == 0
    listed = json.loads(result.stdout)
    assert set(listed) == set(STYLES)
    assert len(set(listed.values())) == len(STYLES)
    assert all(text.endswith(".") for text in listed.values())


def test_the_list_for_people_names_them_all() -> None:
    shown = CliRunner().invoke(group, ["styles"]).stdout
    assert [line.split()[0] for line in shown.splitlines()[:-1]] == sorted(STYLES)

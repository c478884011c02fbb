"""Small files of Genius, written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

DOMAIN = """\
<negotiation_template>
<utility_space number_of_issues="3">
<objective index="0" name="Office" type="objective" etype="objective" description="">
<issue index="1" name="Room" type="discrete" etype="discrete" vtype="discrete">
<item index="1" value="north"/>
<item index="2" value="south: sunny"/>
<item index="3" value="10%"/>
</issue>
<issue index="2" name="Desks" type="integer" etype="integer" vtype="integer" lowerbound="-1" upperbound="2"/>
<issue index="3" name="Pay &amp; Hours">
<item value="-5"/>
<item value="0"/>
<item value="yes"/>
</issue>
</objective>
</utility_space>
</negotiation_template>
"""

PROFILE = """\
<utility_space>
<objective index="0" name="Office" type="objective" etype="objective" description="">
<issue index="1" name="Room" type="discrete" etype="discrete" vtype="discrete">
<item index="1" value="north" evaluation="3"/>
<item index="2" value="south: sunny" evaluation="12"/>
<item index="3" value="10%" evaluation="0"/>
</issue>
<issue index="2" name="Desks" type="integer" etype="integer" lowerbound="-1" upperbound="2">
<evaluator ftype="linear" slope="0.4" offset="-0.1"/>
</issue>
<issue index="3" name="Pay &amp; Hours">
<item value="yes" evaluation="7"/>
<item value="0" evaluation="2.5"/>
<item value="-5" evaluation="1"/>
</issue>
<weight index="1" value="0.5"/>
<weight index="2" value="0.25"/>
<weight index="3" value="0.5"/>
</objective>
<discount_factor value="0.8"/>
<reservation value="0.3"/>
</utility_space>
"""

OTHER = PROFILE.replace('slope="0.4" offset="-0.1"', 'slope="-0.5" offset="1.2"').replace("12", "1")

Write = Callable[[str, str], Path]


class Texts(NamedTuple):
    """A domain and the profiles of two parties."""

    domain: str
    profile: str
    other: str


@pytest.fixture
def texts() -> Texts:
    return Texts(DOMAIN, PROFILE, OTHER)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file into the folder of the test."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written

"""What a user's file may not do, found by reading it."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiation_sim.engine.plugin_files import PluginError
from negotiation_sim.experiments.source_checks import check_source

STARTER = Path(__file__).parents[2] / "src" / "negotiation_sim" / "starters" / "my_strategy.py"

PROBLEMS = {
    "import random\n": "1:1: 'random' brings chance or time of its own",
    "from random import gauss\n": "1:1: 'random.gauss'",
    "import time as clock\n": "1:1: 'time'",
    "from datetime import date\n": "1:1: 'datetime.date'",
    "import numpy.random\n": "1:1: 'numpy.random'",
    "from numpy import random as chance\n": "1:1: 'numpy.random'",
    "import numpy as np\ndef f(x):\n    return np.random.rand()\n": "3:12: 'numpy.random'",
    "def f(x):\n    return open('a').read()\n": "2:12: `open`",
    "def f(x):\n    return hash('a')\n": "2:12: `hash`",
    "N = 0\ndef f(x):\n    global N\n    N += 1\n": "3:5: `global` changes 'N'",
    "def g():\n    n = 0\n    def f(x):\n        nonlocal n\n        n += 1\n": "4:9: `nonlocal`",
    "SEEN = {}\ndef f(x):\n    SEEN[x] = 1\n": "3:5: this changes 'SEEN', which outlives the call",
    "SEEN = []\ndef f(x):\n    SEEN.append(x)\n": "3:5: this changes 'SEEN'",
    "def f(x):\n    f.calls = x\n": "2:5: this changes 'f'",
    "def f(x, seen={}):\n    return x\n": "1:15: a default value that can change",
    "def f(party, view):\n    view.trust[0] = 1.0\n": "2:5: this changes 'view', which belongs to the model",
    "def f(party, view):\n    party.values.sort()\n": "2:5: this changes 'party'",
}
WARNINGS = {
    "def f(x):\n    return x ** 3\n": "2:12: `x ** 3` may round differently",
    "def f(x):\n    return sum(x)\n": "2:12: `sum` rounds differently",
    "import numpy as np\ndef f(x):\n    return np.exp(x)\n": "3:12: `np.exp` may round differently",
    "import math\ndef f(x):\n    return math.hypot(x, x)\n": "3:12: `math.hypot`",
    "def f(view):\n    return view.trust.mean()\n": "2:12: `view.trust.mean`",
    "def f(x):\n    print(x)\n": "2:5: `print`",
}
FINE = [
    "import math\ndef f(x):\n    return math.exp(x) + math.pow(x, x)\n",
    "def f(x):\n    own = [1]\n    own.append(x)\n    own[0] = 2\n    return own\n",
    "TABLE = {}\nTABLE['a'] = 1\n",
    "def f(party, view, scores):\n    scores[0, 0] = 1.0\n    view.scratch[0, 0] = 1.0\n",
    "def f(x):\n    return [y for y in x][0] ** x\n",
]


def places(problems: tuple[object, ...], path: Path) -> list[str]:
    return [str(problem).removeprefix(f"{path}:") for problem in problems]


@pytest.mark.parametrize("text", PROBLEMS)
def test_problems(text: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(text, encoding="utf-8")
    report = check_source(path)
    found = places(report.problems, path)
    assert len(found) == 1
    assert found[0].startswith(PROBLEMS[text])
    assert report.problems[0].source_line == text.splitlines()[report.problems[0].line - 1]


@pytest.mark.parametrize("text", WARNINGS)
def test_warnings(text: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(text, encoding="utf-8")
    report = check_source(path)
    assert report.problems == ()
    found = places(report.warnings, path)
    assert len(found) == 1
    assert found[0].startswith(WARNINGS[text])


@pytest.mark.parametrize("text", [*FINE, STARTER.read_text(encoding="utf-8")])
def test_what_a_rule_may_do(text: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(text, encoding="utf-8")
    assert check_source(path) == ((), ())


def test_what_is_not_python_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text("x = 1\nif x\n", encoding="utf-8")
    with pytest.raises(PluginError, match=r"mine\.py:2:5: expected ':'"):
        check_source(path)

"""The experiment that the page shows can be typed in."""

import re
from pathlib import Path

from negotiation_sim.sweeps.figure_keys import FIGURE_KEYS
from negotiation_sim.sweeps.loading import load_experiment

PAGE = (Path(__file__).parents[2] / "docs" / "experiment-file.md").read_text(encoding="utf-8")


def test_the_experiment_loads(tmp_path):
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    file = tmp_path / "experiment.yaml"
    file.write_text(block, encoding="utf-8")
    experiment = load_experiment(file)
    assert (len(experiment.points), len(experiment.arms), len(experiment.figures)) == (30, 2, 2)


def test_every_kind_of_figure_stands_in_the_table_with_its_keys():
    for kind, keys in FIGURE_KEYS.items():
        (row,) = re.findall(rf"^\| `{kind}` \| [^|]+\|([^|]+)\|$", PAGE, re.MULTILINE)
        assert set(re.findall(r"`(\w+)`", row)) - {"saltelli", "morris"} == set(keys.all), kind

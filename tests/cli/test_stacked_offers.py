"""The commands on stacked alternating offers between sides with value tables of their own."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from .conftest import Call

HAGGLING = """\
name: A price and a date
description: Two sides haggle one after the other.
interests: {gain: what is to be had}
issues:
  price: {options: [low, middle, high], effects: {gain: [0, 0.5, 1]}}
  date: {options: [early, late], effects: {gain: [0, 1]}}
parties:
  seller:
    importance: {gain: 1}
    values: {price: [0, 3, 6], date: [1, 0]}
    deal_breakers: [{price: [1], date: [2]}]
    reservation_value: 0.3
  buyer:
    importance: {gain: 1}
    values: {price: [5, 3, 0], date: [0, 2]}
    reservation_value: 0.4
    reservation_spread: 0.2
defaults: {strategy: time_based, optimism: 0, reservation_spread: 0, devaluation: 0, listening: 1, patience: 0}
communication: {quality: 1}
protocol: stacked_alternating_offers
deadline: 6
compare:
  axis: {parties.*.concession.firmness: [0.25, 4]}
  arms:
    in turns: {}
    by round: {protocol: alternating_offers}
"""


def written(folder: Path) -> Path:
    path = folder / "haggling.yaml"
    path.write_text(HAGGLING, encoding="utf-8")
    return path


def test_the_file_is_fine(call: Call, tmp_path: Path) -> None:
    assert call("check", written(tmp_path)).code == 0


def test_watch_tells_each_offer_with_its_answer(call: Call, tmp_path: Path) -> None:
    firm = ("--set", "parties.*.concession.firmness=1")
    said = call("watch", written(tmp_path), *firm)
    assert (said.code, said.err) == (0, "")
    assert "first offer by buyer. price: low; date: late. Seller refused" in said.out.replace("\n    ", " ")
    moves = json.loads(call("watch", written(tmp_path), *firm, "--json", "--full").out)["moves"]
    talks = [move for move in moves if move["kind"] in ("offered", "answered")]
    assert [move["kind"] for move in talks] == ["offered", "answered"] * (len(talks) // 2)
    for offer, answer in zip(talks[::2], talks[1::2], strict=True):
        assert offer["speaker"] == answer["speaker"] != answer["party"]
    assert [answer["answer"] for answer in talks[1::2]] == ["below_line"] * (len(talks) // 2 - 1) + ["yes"]


def test_explain_finds_firm_concession_and_leaves_who_has_deal_breakers_its_strategy(
    call: Call, tmp_path: Path
) -> None:
    said = call("explain", written(tmp_path), "--set", "parties.*.concession.firmness=4", "--runs", 40,
               "--out", tmp_path / "why", "--json")  # fmt: skip
    assert said.code == 0, said.err
    causes = {cause["name"]: cause for cause in json.loads(said.out)["causes"]}
    assert causes["firm_concession"]["repaired"] > 0
    assert (causes["positions"]["applies"], causes["positions"]["repaired"]) == (False, 0)
    assert (tmp_path / "why" / "why_no_deal.png").is_file() or list((tmp_path / "why").glob("*.png"))


def test_run_compares_it_with_another_protocol_and_draws(call: Call, tmp_path: Path) -> None:
    said = call("run", written(tmp_path), "--runs", 40, "--out", tmp_path / "out")
    assert said.code == 0, said.err
    rows = list(csv.DictReader((tmp_path / "out" / "summary.csv").read_text(encoding="utf-8").splitlines()))
    assert {row["arm"] for row in rows} == {"in turns", "by round"}
    assert (tmp_path / "out" / "agreement.png").read_bytes().startswith(b"\x89PNG")
    assert "under the same luck" in said.out

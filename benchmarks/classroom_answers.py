"""How fast the curves follow the hand: the server alone, over the wire, and in a browser.

    python benchmarks/classroom_answers.py [--moves 50] [--no-browser]

Three kinds of moves on the national General Agreement with the mediator on: the quality slider and the skill slider go
to a new place, and a preset changes how all sides bargain. Every place is asked for once, so nothing is answered from
what an earlier move left behind, save what the server plays ahead by itself. Each move has its counterpart in the same
run, taken right before it: a round trip that needs no engine (a message that cannot be read, or in the browser a
control of the page that asks nobody). The ratio tells what the engine adds, however busy the machine is.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from classroom_screens import CHROMIUM, QUIET
from classroom_server import Json, ServerProcess, classroom
from websockets.sync.client import ClientConnection, connect

CASE = "kazakhstan_general_agreement"
ROLES = ("government", "employers", "unions")
WARM = 600.0  # seconds; the first start after a change of the package compiles
REST = 0.5  # seconds between two moves, as of a hand that looks at what it did
NO_ENGINE = "a round trip without engine"


def talks(**entries: object) -> Json:
    """What the page asks about."""
    bargain = dict.fromkeys(ROLES, "position_based")
    usual = {"scenario": CASE, "quality": 0.3, "mediator": True, "skill": 0.6, "style": "full", "seed": 1}
    return {**usual, "bargain": bargain, **entries}


def moves(kind: str, number: int) -> Iterator[Json]:
    """Places of one control; no two ask for the same negotiations."""
    places = [round(0.05 * step, 2) for step in range(1, 20)]
    for move in range(number):
        place, seed = places[move % len(places)], 1000 + move // len(places)
        if kind == "quality":
            yield talks(quality=place, seed=seed)
        elif kind == "skill":
            yield talks(skill=place, seed=seed)
        else:
            chosen = random.Random(move).choices(("position_based", "interest_based"), k=len(ROLES))
            yield talks(bargain=dict(zip(ROLES, chosen, strict=True)), seed=2000 + move)


def answered(socket: ClientConnection, number: int, params: Json) -> tuple[float, Json]:
    """Milliseconds until the first answer to this question, and the answer."""
    begin = time.perf_counter()
    socket.send(json.dumps({"id": number, "params": params}))
    while True:
        answer = json.loads(socket.recv(timeout=WARM))
        if answer["id"] == number:
            return (time.perf_counter() - begin) * 1000, answer


def without_engine(socket: ClientConnection) -> float:
    """Milliseconds until the server says that it cannot read a message; what comes before is not counted."""
    begin = time.perf_counter()
    socket.send("?")
    while "why" not in json.loads(socket.recv(timeout=WARM)):
        pass
    return (time.perf_counter() - begin) * 1000


def over_the_wire(server: ServerProcess, number: int) -> Json:
    """Every kind of move, asked over a socket."""
    told: Json = {}
    address, origin = f"ws://{server.host}/ws/demo", server.url
    opening: Any = connect(address, origin=origin, proxy=None)  # type: ignore[arg-type]
    with opening as socket:
        asked = 0
        for kind in ("quality", "skill", "preset"):
            took, bare, runs, points = [], [], [], []
            seed = -1
            for params in moves(kind, number):
                asked += 1
                if params["seed"] != seed and kind != "preset":  # the page stood here before the hand began to move
                    seed = params["seed"]
                    settle(socket, asked, talks(seed=seed))
                    asked += 1
                bare.append(without_engine(socket))
                milliseconds, answer = answered(socket, asked, params)
                took.append(milliseconds)
                runs.append(answer["runs"])
                points.append(len(answer["qualities"]))
                time.sleep(REST)
            told[kind] = summary(took, bare) | {
                "runs of a point in the first answer": [min(runs), max(runs)],
                "points of a curve in the first answer": [min(points), max(points)],
            }
        told["seconds until all half-widths are 2 points at most"] = until_fine(socket, asked + 1)
    return told


FINE = 0.02  # half-width of every interval that is drawn


def until_fine(socket: ClientConnection, first: int) -> Json:
    """Seconds from a move of the skill slider until every interval of the curves is within 2 points of its rate."""
    seconds = []
    for move in range(5):
        settle(socket, first + 2 * move, talks(seed=4000))
        time.sleep(REST)
        begin = time.perf_counter()
        _, answer = answered(socket, first + 2 * move + 1, talks(seed=4000, skill=round(0.15 + 0.1 * move, 2)))
        while widest(answer) > FINE:
            answer = json.loads(socket.recv(timeout=WARM))
        seconds.append(time.perf_counter() - begin)
    return {"moves": len(seconds), "median": round(float(np.median(seconds)), 1), "max": round(max(seconds), 1)}


def widest(answer: Json) -> float:
    """The largest half-width of a point, if all points are there."""
    if len(answer["qualities"]) < 11:
        return 1.0
    return max((point["high"] - point["low"]) / 2 for arm in ("without", "with") for point in answer[arm])


def settle(socket: ClientConnection, number: int, params: Json) -> None:
    """Ask, and let the curves become fine enough that the next places have been played ahead."""
    _, answer = answered(socket, number, params)
    while answer["runs"] < 512:
        answer = json.loads(socket.recv(timeout=WARM))


# In the page: moves a control, and waits for the first frame in which a curve (or, for the tab, the panel) is another.
WATCH = """
([control, change]) => new Promise((done) => {
  const seen = () => control === "tab" ? document.querySelector("[role=tabpanel]").id
    : control === "number" ? document.querySelector(".headline").textContent
    : [...document.querySelectorAll(".curves svg polyline")].map((line) => line.getAttribute("points")).join("|");
  const before = seen();
  const begin = performance.now();
  if (control === "tab") {
    document.getElementById(change).click();
  } else {
    const slider = document.querySelectorAll("input[type=range]")[control === "number" ? 0 : 1];
    slider.value = String(Number(slider.value) + change);
    slider.dispatchEvent(new Event("input", {bubbles: true}));
  }
  const look = () => {
    const now = performance.now() - begin;
    if (seen() !== before || now > 3000) done(now); else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})
"""


def in_a_browser(server: ServerProcess, number: int) -> Json:
    """From the hand at a slider to the first frame that shows it, beside a change of tab, which asks no engine."""
    from playwright.sync_api import sync_playwright

    told: Json = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for control in ("number", "curve"):
            took, bare = [], []
            page = browser.new_page(viewport={"width": 1024, "height": 768})
            for move in range(number):
                place = move % 9
                if place == 0:
                    page.goto("about:blank")
                    page.goto(f"{server.url}/demo?lang=en#m=1&q=0.3&s=0.3&seed={3000 + move + (control == 'curve')}")
                    page.wait_for_selector(".headline", timeout=WARM * 1000)
                    page.wait_for_timeout(2000)
                page.wait_for_timeout(REST * 1000)
                bare.append(page.evaluate(WATCH, ["tab", "tab-why"]))
                page.evaluate(WATCH, ["tab", "tab-curves"])
                page.wait_for_timeout(REST * 1000)
                took.append(page.evaluate(WATCH, [control, 0.05]))
            page.close()
            what = "quality slider to the number" if control == "number" else "skill slider to the curve"
            told[what] = summary(took, bare)
        browser.close()
    return told


def summary(took: list[float], bare: list[float]) -> Json:
    """Median and 95th percentile of both, in milliseconds, and how many times longer the engine makes it."""
    of, without = np.percentile(took, [50, 95]), np.percentile(bare, [50, 95])
    return {
        "moves": len(took),
        "ms": {"median": round(float(of[0]), 1), "p95": round(float(of[1]), 1)},
        f"{NO_ENGINE}, ms": {"median": round(float(without[0]), 1), "p95": round(float(without[1]), 1)},
        "ratio of the medians": round(float(of[0] / without[0]), 1),
    }


def main() -> None:
    """Measure, and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=50)
    parser.add_argument("--no-browser", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, classroom(Path(scratch)) as server:
        opening: Any = connect(f"ws://{server.host}/ws/demo", origin=server.url, proxy=None)  # type: ignore[arg-type]
        with opening as socket:
            for number, how in enumerate(("position_based", "interest_based")):
                answered(socket, number, talks(bargain=dict.fromkeys(ROLES, how), seed=999))
        told = {"server": over_the_wire(server, options.moves)}
        if not options.no_browser and CHROMIUM is not None:
            told["browser"] = in_a_browser(server, options.moves)
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()

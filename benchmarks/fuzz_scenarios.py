"""Mutates scenario files at random and loads each: every one must load, or be explained in clear problems.

    python benchmarks/fuzz_scenarios.py [--files 20000] [--seed 1]

Prints how many loaded and how many were explained; exits 1 where a file was neither (another error, or a
problem without a place in a text).
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from negotiation_sim.scenario import Problem, ScenarioError, case_path, load_scenario, shipped_cases

POISON = (
    *(
        "nan",
        ".nan",
        ".inf",
        "-.inf",
        "1e999",
        "-0",
        "0x1F",
        "0o17",
        "1e3",
        "9" * 25,
        "9" * 5000,
        "1_000",
        "0,7",
    ),
    *(
        "80%",
        "yes",
        "no",
        "~",
        "null",
        "true",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        "[[[[[[[[[[[[[[[[[[[[[[[[",
        "{a: " * 30,
    ),
    *(
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "!x ",
        "<<: ",
        "? ",
        "- ",
        ": ",
        ":",
        ",",
        "#",
        "|",
        ">",
        "%",
        "@",
    ),
    *(
        "`",
        "\\",
        "---\n",
        "...\n",
        "\t",
        "\x00",
        "\x1b",
        "\x85",
        "\u2028",
        "\ufeff",
        "\U0001f600",
        "е",
        "\r",
        "\n",
    ),
    *("extends: nowhere.yaml\n", "extends: tight_zone\n", "extends: .\n", "compare: null\n", "parties: {}\n"),
    *(
        "importance: {}\n",
        "links: {a - b: 0}\n",
        "deadline: 2\n",
        "protocol: shuttle\n",
        "quota: 0.5\n",
        "*.*",
        "..",
    ),
    *(
        "ladder: null\n",
        "organisations: {}\n",
        "organisation_links: {a - b: 0}\n",
        "members: 25\n",
        "limit: 7\n",
        "limit: 0 calendar days\n",
        "next: end\n",
        "if_evaded: strike\n",
        "banned: true\n",
        "seats: [union]\n",
        "clock: 0.01\n",
        "award: final_offer\n",
        "invention: {options: {wage: {effects: {cost: 1}}}}\n",
        "side_payments: {from: union}\n",
        "term: {months: 1}\n",
    ),
)
NUMBERS = (
    "0",
    "-1",
    "1",
    "2",
    "0.5",
    "1.0000001",
    "1e-9",
    "1e300",
    "-1e308",
    "501",
    "50",
    "3.5",
    "0.05",
    "1e-320",
)


def mutated(text: str, other: str, chance: random.Random) -> bytes:
    """The text after one to six random changes; `other` is a text that lines are taken from."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        change: Callable[[str, str, random.Random], str] = chance.choice(CHANGES)
        text = change(text, other, chance)
    data = text.encode("utf-8", errors="surrogatepass")
    kind = chance.random()
    if kind < 0.02:
        place = chance.randrange(len(data) + 1)
        return data[:place] + bytes(chance.randrange(256) for _ in range(3)) + data[place:]
    if kind < 0.03:
        return text.encode(chance.choice(("utf-16", "utf-8-sig", "utf-32")), errors="replace")
    return data


def _insert(text: str, other: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(POISON) + text[place:]


def _cut(text: str, other: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + text[place + chance.choice((1, 2, 5, 20, 200)) :]


def _truncate(text: str, other: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _change_number(text: str, other: str, chance: random.Random) -> str:
    return _replace_word(text, chance, str.isdigit, (*NUMBERS, *POISON))


def _change_word(text: str, other: str, chance: random.Random) -> str:
    words = other.replace(":", " ").split() or ["word"]
    return _replace_word(text, chance, str.isalpha, words)


def _misspell(text: str, other: str, chance: random.Random) -> str:
    letters = [place for place, letter in enumerate(text) if letter.isalpha()]
    if not letters:
        return text
    place = chance.choice(letters)
    return text[:place] + chance.choice(("", "x", text[place] * 2, "о", text[place].swapcase())) + text[place + 1 :]


def _move_line(text: str, other: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def _borrow_line(text: str, other: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    line = chance.choice(other.splitlines(keepends=True) or [""])
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def _indent(text: str, other: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "  ", "\t", "")) + (lines[at].lstrip(" ") if chance.random() < 0.5 else lines[at])
    return "".join(lines)


def _replace_word(text: str, chance: random.Random, is_part: Callable[[str], bool], words: Sequence[str]) -> str:
    starts = [p for p, c in enumerate(text) if is_part(c) and (p == 0 or not is_part(text[p - 1]))]
    if not starts:
        return text
    start = end = chance.choice(starts)
    while end < len(text) and is_part(text[end]):
        end += 1
    return text[:start] + chance.choice(words) + text[end:]


CHANGES = (
    *(_insert, _cut, _truncate, _change_number, _change_number, _change_word, _change_word),
    *(_misspell, _misspell, _move_line, _borrow_line, _indent),
)


def is_clear(problem: Problem) -> bool:
    """Whether a problem is one line with a message and a place that can exist in its line."""
    inside = problem.column <= len(problem.source_line) + 1 or not problem.source_line
    return problem.line >= 1 and problem.column >= 1 and inside and problem.message != "" and "\n" not in str(problem)


def outcome(path: Path) -> str:
    """What became of a file: "loaded", "explained", or what went wrong."""
    try:
        load_scenario(path).canonical()
    except ScenarioError as error:
        unclear = [problem for problem in error.problems if not is_clear(problem)]
        if unclear or not error.problems:
            return f"unclear: {unclear}"
        error.report()
        return "explained"
    except Exception as error:  # noqa: BLE001 - any other error is what this looks for
        return f"{type(error).__name__}: {error}"
    return "loaded"


def survey(files: int, seed: int, bases: Sequence[Path], folder: Path) -> tuple[Counter[str], float]:
    """Outcomes of so many mutated files, and the longest time that one took, in seconds.

    Files that neither loaded nor were explained are kept in `folder`.
    """
    chance = random.Random(seed)
    texts = [base.read_text(encoding="utf-8") for base in bases]
    counts: Counter[str] = Counter()
    slowest = 0.0
    for number in range(files):
        path = folder / f"mutated_{seed}_{number}.yaml"
        path.write_bytes(mutated(chance.choice(texts), chance.choice(texts), chance))
        start = time.perf_counter()
        result = outcome(path)
        slowest = max(slowest, time.perf_counter() - start)
        counts[result] += 1
        if result in ("loaded", "explained"):
            path.unlink()
        else:
            print(f"{path}: {result}", file=sys.stderr)
    return counts, slowest


def main() -> int:
    """Runs the survey over the shipped scenarios; 1 where a file was neither loaded nor explained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="mutated_scenarios_"))
    counts, slowest = survey(asked.files, asked.seed, [case_path(name) for name in shipped_cases()], folder)
    for result, count in counts.most_common():
        print(f"{count:6d} {result}")
    print(f"slowest {slowest:.2f} s")
    if set(counts) <= {"loaded", "explained"}:
        folder.rmdir()
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())

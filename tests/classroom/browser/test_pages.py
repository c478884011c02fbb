"""Every page, in every language, on a projector and on a phone: quiet, complete, readable for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from classroom_screens import LANGUAGES, PAGES, SIZES, Stage, prepare, ready

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# axe-core takes most of the time; what it finds hangs on the size or on the language, hardly on both.
LISTENED = {("ru", "phone"), ("kk", "projector")}
# Pictures are drawn anew some frames after the window has changed.
DRAWN = """async () => {
  for (let i = 0; i < 6; i += 1) await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
}"""
KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
CYRILLIC = re.compile("[а-яёА-ЯЁ]{3}")


@pytest.fixture(scope="module")
def stage(server, browser) -> Iterator[Stage]:
    with ExitStack() as stack:
        yield prepare(server, browser, stack)


@pytest.mark.parametrize("page", PAGES)
def test_page(stage, page) -> None:
    wrong: list[str] = []
    tab = stage.contexts[PAGES[page][0]].new_page()
    tab.on("request", lambda request: foreign(request.url, stage.server.host) and wrong.append(f"asks {request.url}"))
    tab.on("console", lambda message: message.type in ("error", "warning") and wrong.append(f"console: {message.text}"))
    tab.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    try:
        for lang in LANGUAGES:
            tab.goto(stage.address(page, lang))
            ready(tab)
            wrong += [f"{lang}: {fault}" for fault in language_faults(tab, lang)]
            for size, (width, height) in SIZES.items():
                tab.set_viewport_size({"width": width, "height": height})
                tab.evaluate(DRAWN)
                faults = overflow(tab) + (inaccessible(tab) if (lang, size) in LISTENED else [])
                wrong += [f"{lang} {size}: {fault}" for fault in faults]
    finally:
        tab.close()
    assert not wrong, "\n".join(wrong)


def foreign(url: str, host: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob") and parts.netloc != host


def language_faults(tab, lang: str) -> list[str]:
    """The header names all languages in their own letters, so only what is below it counts."""
    said, text = tab.evaluate("[document.documentElement.lang, document.getElementById('app').innerText]")
    faults = [] if said == lang else [f"<html lang> is {said}"]
    text = text.replace("Русский", "").replace("Қазақша", "")  # where a language is chosen, each is named in its own
    if bool(KAZAKH.search(text)) != (lang == "kk"):
        faults.append("Kazakh letters are where they should not be, or are not where they should")
    if bool(CYRILLIC.search(text)) != (lang != "en"):
        faults.append("Cyrillic letters are where they should not be, or are not where they should")
    return faults


def overflow(tab) -> list[str]:
    """What sticks out to the right where the page as a whole can be pushed sideways."""
    return tab.evaluate(
        """() => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return [];
        const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > room + 1);
        return ['too wide: ' + out.slice(-4).map(e => e.tagName + '.' + e.className).join(' ')];
        }"""
    )


def inaccessible(tab) -> list[str]:
    """axe-core's findings. The page's policy forbids script tags, so the library is put in by the debugger."""
    if not tab.evaluate("typeof axe === 'object'"):
        tab.evaluate(AXE)
    found = tab.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{rule['id']}: {rule['help']}: {[node['target'] for node in rule['nodes']][:3]}"
        for rule in found["violations"]
    ]

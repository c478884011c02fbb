"""The demonstration by keyboard alone; what it shows is in its address."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

pytest.importorskip("playwright.sync_api", reason="no Playwright: the classroom's pages are not looked at")

from playwright.sync_api import Page, expect  # noqa: E402

SLIDER = "Communication quality"


@pytest.fixture
def demo(server, browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.goto(f"{server.url}/demo?lang=en")
    expect(page.locator(".headline")).to_be_visible(timeout=60_000)
    yield page
    context.close()


def quality(page: Page) -> str:
    return page.get_by_role("slider", name=SLIDER).input_value()


def dot(page: Page) -> str | None:
    return page.locator("[role=tabpanel] svg circle").first.get_attribute("cx")


def test_the_slider_moves_the_dot_and_the_address(demo) -> None:
    before, address = dot(demo), demo.url
    demo.get_by_role("slider", name=SLIDER).focus()
    for _ in range(4):
        demo.keyboard.press("ArrowRight")
    expect(demo).not_to_have_url(address)
    assert quality(demo) == "0.5"
    expect(demo).to_have_url(re.compile("q=0.5"))
    assert dot(demo) != before


def test_the_number_follows_the_slider(demo) -> None:
    number = demo.locator(".headline .without strong")
    before = number.text_content()
    demo.get_by_role("slider", name=SLIDER).focus()
    demo.keyboard.press("End")
    expect(number).not_to_have_text(before or "", timeout=20_000)


def test_the_server_is_asked_once_before_the_page_is_drawn(demo) -> None:
    """It works while the page draws the moved control."""
    at_once, later = demo.evaluate(
        """async () => {
        const asked = [];
        const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (text) {
          asked.push(JSON.parse(text).params.quality);
          send.call(this, text);
        };
        const slider = document.querySelector("input[type=range]");
        slider.value = "0.75";
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        const atOnce = [...asked];
        await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
        return [atOnce, asked];
        }"""
    )
    assert (at_once, later) == ([0.75], [0.75])


def test_a_reload_and_a_way_back_keep_what_was_set(demo) -> None:
    demo.get_by_role("slider", name=SLIDER).focus()
    demo.keyboard.press("ArrowLeft")
    demo.get_by_role("switch", name="Mediator").press("Space")
    expect(demo).to_have_url(re.compile("m=1"))
    demo.reload()
    assert quality(demo) == "0.25"
    expect(demo.get_by_role("switch", name="Mediator")).to_be_checked()
    demo.get_by_role("link", name="Home").click()
    expect(demo).to_have_url(re.compile(r"/(\?.*)?$"))
    demo.go_back()
    assert quality(demo) == "0.25"
    expect(demo.get_by_role("switch", name="Mediator")).to_be_checked()


def test_another_language_keeps_what_was_set(demo) -> None:
    demo.get_by_role("slider", name=SLIDER).focus()
    demo.keyboard.press("ArrowRight")
    expect(demo).to_have_url(re.compile("q=0.35"))
    demo.get_by_role("link", name="Қазақша").click()
    expect(demo.locator("html")).to_have_attribute("lang", "kk")
    expect(demo).to_have_url(re.compile("q=0.35"))
    assert demo.locator("input[type=range]").first.input_value() == "0.35"


def test_the_tabs_by_keyboard(demo) -> None:
    demo.get_by_role("tab", name="Curves").focus()
    for name in ("One negotiation", "Side by side", "Why no deal"):
        demo.keyboard.press("ArrowRight")
        expect(demo.get_by_role("tab", name=name)).to_be_focused()
        expect(demo.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
        expect(demo.get_by_role("tabpanel", name=name)).to_be_visible()
    demo.keyboard.press("Home")
    expect(demo.get_by_role("tab", name="Curves")).to_have_attribute("aria-selected", "true")


def test_all_can_be_reached_by_the_tab_key(demo) -> None:
    """Every control is met once on the way round the page, and each has a name."""
    wanted = demo.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, select, [tabindex="0"]')]
        .filter(e => !e.disabled && e.tabIndex >= 0 && e.offsetParent !== null).length"""
    )
    met = []
    demo.evaluate("document.activeElement.blur()")
    for _ in range(wanted + 2):
        demo.keyboard.press("Tab")
        met.append(
            demo.evaluate(
                """() => { const e = document.activeElement;
                e.dataset.met ??= String(Math.random());
                return [e.dataset.met, e.innerText || e.ariaLabel || e.labels?.[0]?.innerText || e.tagName]; }"""
            )
        )
    assert len({mark for mark, _name in met}) >= wanted, met
    assert not [name for _mark, name in met if name in ("BUTTON", "INPUT", "SELECT", "A")]

"""Pages, languages, sentences and codes to scan."""

import re
from html.parser import HTMLParser

import pytest

from negotiation_sim.classroom.server.browser_words import catalogue_of

ID = "AAAAAAAAAAAAAAAA"
PAGES = {
    "/": "home", "/demo": "demo", "/story": "story", "/story/noise": "story", "/j": "join", "/j/ABCDE": "join",
    f"/t/{ID}": "seat", "/trainer": "trainer", f"/trainer/{ID}": "trainer", f"/trainer/{ID}/t/{ID}": "table",
    f"/trainer/{ID}/debrief": "debrief", f"/screen/{ID}": "screen", "/poll/ABCDE": "poll", f"/cards/{ID}": "cards",
    f"/guide/{ID}": "guide", f"/survey/{ID}": "survey", f"/debrief/{ID}": "debrief", "/selftest": "selftest",
}  # fmt: skip


class Body(HTMLParser):
    """The attributes of the body, and what a page would run."""

    def __init__(self, text):
        super().__init__()
        self.data, self.scripts, self.inline = {}, [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "body":
            self.data = {key.removeprefix("data-"): value for key, value in found.items()}
        if tag == "script":
            self.scripts.append(found["src"])
        self.inline += [name for name in found if name == "style" or name.startswith("on")]


@pytest.mark.parametrize(("path", "page"), PAGES.items())
def test_every_page_is_the_same_small_document(room, path, page):
    body = Body(room.get(path).text)
    assert body.data["page"] == page
    assert body.scripts == [f"/static/js/pages/{page}.js"]
    assert body.inline == []


def test_the_names_in_the_address_reach_the_page(room):
    assert Body(room.get(f"/trainer/{ID}/t/BBBBBBBB").text).data.items() >= {"session": ID, "table": "BBBBBBBB"}.items()
    assert Body(room.get("/j/abcde").text).data["code"] == "ABCDE"
    assert Body(room.get("/story/noise").text).data["scene"] == "noise"


@pytest.mark.parametrize(
    "path", ["/j/AB0DE", "/j/ABCDEF", "/t/x", "/t/<script>", f"/t/{'A' * 50}", "/story/%22onload="]
)
def test_strange_names_are_not_found(room, path):
    assert room.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "headers", "lang"),
    [
        ("/?lang=kk", {"accept-language": "ru"}, "kk"),
        ("/", {"cookie": "lang=ru", "accept-language": "kk"}, "ru"),
        ("/", {"accept-language": "de, en;q=0.5, kk-KZ;q=0.9"}, "kk"),
        ("/?lang=de", {"accept-language": "fr"}, "ru"),
        ("/", {"accept-language": ",;q=x,*;q=,"}, "ru"),
        ("/?lang=%22%3E%3Cscript%3E", {"accept-language": "fr"}, "ru"),
    ],
)
def test_the_language_is_the_one_asked_for(start, path, headers, lang):
    with start(lang="ru") as room:
        reply = room.http.get(path, headers=headers)
        assert f'<html lang="{lang}">' in reply.text
        assert Body(reply.text).data["lang"] == lang
        assert "<script>" not in reply.text


def test_a_language_that_was_asked_for_is_remembered(room):
    cookie = room.get("/?lang=kk").headers["set-cookie"].split(";")[0]
    assert '<html lang="kk">' in room.get("/", cookie).text


@pytest.mark.parametrize(
    ("lang", "signs"),
    [
        ("en", {"decimal": ".", "group": ",", "percent": "{n}%"}),
        ("ru", {"decimal": ",", "group": "\u00a0", "percent": "{n}\u00a0%"}),
        ("kk", {"decimal": ",", "group": "\u00a0", "percent": "{n}%"}),
    ],
)
def test_numbers_of_a_language_reach_the_page(room, lang, signs):
    assert room.get(f"/i18n/{lang}.json").json()["numbers"] == signs


def test_sentences_of_the_pages_come_translated(tmp_path, monkeypatch):
    from negotiation_sim.classroom.server import browser_words

    pages, languages = tmp_path / "js", tmp_path / "ru" / "LC_MESSAGES"
    pages.mkdir()
    languages.mkdir(parents=True)
    (pages / "a.js").write_text(
        'html`<p>${t("Good morning, {name}", {name})}</p>`; nt("{n} seat", "{n} seats", n); t("New")'
    )
    (languages / "negotiation_sim.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Good morning, {name}"\n'
        'msgstr "Доброе утро, {name}"\n\nmsgid "{n} seat"\nmsgid_plural "{n} seats"\nmsgstr[0] "{n} место"\n'
        'msgstr[1] "{n} места"\nmsgstr[2] "{n} мест"\n\nmsgid "New"\nmsgstr ""\n\nmsgid "Elsewhere"\nmsgstr "x"\n'
    )
    monkeypatch.setattr(browser_words, "STATIC", tmp_path)
    monkeypatch.setattr(browser_words, "PYTHON", pages)
    monkeypatch.setattr("negotiation_sim.messages.FOLDER", tmp_path)
    browser_words.browser_sentences.cache_clear()
    catalogue_of.cache_clear()
    try:
        assert catalogue_of("ru")["messages"] == {
            "Good morning, {name}": "Доброе утро, {name}",
            "{n} seat": ["{n} место", "{n} места", "{n} мест"],
        }
        assert catalogue_of("en")["messages"] == {}
    finally:
        browser_words.browser_sentences.cache_clear()
        catalogue_of.cache_clear()


def test_sentences_are_found_wherever_they_stand(tmp_path, monkeypatch):
    from negotiation_sim.classroom.server import browser_words

    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "a.js").write_text(
        'html`<p title=${t("don\'t {a}", { a: t("inner") })}>${ready ? t("yes") : nt(\n  "{n} seat",\n'
        '  "{n} seats", n)}</p>`;\n// NOTE: of a chair\nconst seat = t("say \\"now\\"");\n'
        'count("not this"); x.t("nor this"); nt(one, many, n);\n'
    )
    monkeypatch.setattr(browser_words, "STATIC", tmp_path)
    assert browser_words.browser_sentences.__wrapped__() == {
        "don't {a}": (),
        "inner": (),
        "yes": (),
        ("{n} seat", "{n} seats"): (),
        'say "now"': ("NOTE: of a chair",),
    }


def test_an_unknown_language_is_not_found(room):
    assert room.get("/i18n/de.json").status_code == 404


def test_a_code_to_scan_is_a_picture(room):
    reply = room.get("/qr/ABCDE.svg")
    assert reply.headers["content-type"] == "image/svg+xml"
    assert re.match(r"<svg [^>]*>", reply.text)
    assert reply.text != room.get("/qr/ABCDE.svg?to=poll").text
    assert reply.text == room.get("/qr/ABCDE.svg?address=evil.example").text


@pytest.mark.parametrize(
    "path", ["/static/../server/app.py", "/static/%2e%2e/__init__.py", "/static/js", "/static/x.js"]
)
def test_only_files_of_the_pages_are_served(room, path):
    assert room.get(path).status_code == 404

"""The pages: one small HTML document for all of them; what they show is made in the browser."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse
from starlette.routing import Route

from negotiation_sim.classroom.server.places import CODE, ID, SCENE
from negotiation_sim.classroom.server.reader import COOKIE, language_of, words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_ = str  # marks titles for the message catalogues; they are translated where they are shown
PAGES = {
    "/": ("home", _("Negotiation and mediation")),
    "/demo": ("demo", _("Demonstration")),
    "/story": ("story", _("A story of negotiation")),
    f"/story/{SCENE}": ("story", _("A story of negotiation")),
    "/j": ("join", _("Join a table")),
    f"/j/{CODE}": ("join", _("Join a table")),
    f"/t/{ID('table')}": ("seat", _("At the table")),
    "/trainer": ("trainer", _("Trainer")),
    f"/trainer/{ID('session')}": ("trainer", _("Trainer")),
    f"/trainer/{ID('session')}/t/{ID('table')}": ("table", _("A table as the trainer sees it")),
    f"/trainer/{ID('session')}/debrief": ("debrief", _("Debrief")),
    f"/screen/{ID('session')}": ("screen", _("For the projector")),
    f"/poll/{CODE}": ("poll", _("Predict first")),
    f"/cards/{ID('session')}": ("cards", _("Role cards")),
    f"/guide/{ID('session')}": ("guide", _("Guide for the trainer")),
    f"/survey/{ID('table')}": ("survey", _("Questionnaire")),
    f"/debrief/{ID('table')}": ("debrief", _("Debrief")),
    "/selftest": ("selftest", _("Can this device reach the classroom?")),
}
_STAY = 365 * 24 * 3600


def shell(request: Request, page: str, title: str) -> Response:
    """The document of a page, in the reader's language."""
    classroom = request.app.state.classroom
    lang = language_of(request, classroom.lang)
    say = words(lang).gettext
    data = {"page": page, "lang": lang, **request.path_params}
    attributes = "".join(f' data-{escape(key)}="{escape(value)}"' for key, value in data.items())
    response = HTMLResponse(
        _document(
            lang,
            say(title),
            head=f'<link rel="stylesheet" href="/static/css/{page}.css">',
            body=f"""<body{attributes}>
<main id="app"></main>
<noscript>{escape(say("This page needs JavaScript, which is switched off in this browser."))}</noscript>
<script type="module" src="/static/js/pages/{page}.js"></script>""",
        )
    )
    if request.query_params.get("lang") == lang:
        response.set_cookie(COOKIE, lang, max_age=_STAY, path="/", httponly=True, samesite="strict")
    return response


def nothing_here(request: Request) -> Response:
    """The answer to a mistyped address: where to begin instead."""
    lang = language_of(request, request.app.state.classroom.lang)
    say = words(lang).gettext
    sentence = escape(say("There is nothing here."))
    text = f'<body>\n<main id="app">\n<p>{sentence}</p>\n<p><a href="/">{escape(say("Home"))}</a></p>\n</main>'
    return HTMLResponse(_document(lang, say("There is nothing here."), head="", body=text), status_code=404)


def _document(lang: str, title: str, *, head: str, body: str) -> str:
    return f"""<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<link rel="icon" href="/static/icon.svg">
<link rel="stylesheet" href="/static/css/base.css">
{head}
</head>
{body}
</body>
</html>
"""


def _route(path: str, page: str, title: str) -> Route:
    async def show(request: Request) -> Response:
        return shell(request, page, title)

    return Route(path, show, methods=["GET"], name=f"page {path}")


shell_routes = [_route(path, page, title) for path, (page, title) in PAGES.items()]

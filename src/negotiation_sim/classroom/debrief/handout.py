"""The debrief as one file to hand out: nothing is loaded from anywhere, and every name in it is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.debrief.data import debrief_of
from negotiation_sim.classroom.debrief.picture import plane_picture
from negotiation_sim.messages.language import Language

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.session import Session

_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; color: #16202a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
th, td { border-bottom: 1px solid #c8d0d8; padding: .35rem .6rem; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
svg { max-width: 100%; height: auto; } .quiet { color: #4a5866; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def handout(classroom: Classroom, session: Session, lang: str) -> bytes:
    """The file, in a language."""
    return page(debrief_of(classroom, session, lang), Language(lang)).encode()


def page(debrief: dict[str, Any], language: Language) -> str:
    """The page of a debrief as `debrief_of` gives it."""
    gettext = language.gettext
    labels = {party["id"]: party["label"] for party in debrief["scenario"]["parties"]}
    parts = [
        f"<h1>{escape(debrief['title'])}</h1>",
        f"<p>{escape(debrief['scenario']['description'])}</p>",
        f"<h2>{escape(gettext('How the tables ended'))}</h2>",
        _endings(debrief, labels, language),
    ]
    pair = debrief["space"]["roles"][-2:]
    caption = gettext(
        "What agreements are worth to two sides. Each dot is a possible agreement; the line joins the best."
    )
    parts += [f"<figure>{plane_picture(debrief, pair, labels, language)}"]
    parts += [f"<figcaption class='quiet'>{escape(caption)}</figcaption></figure>"]
    parts += [f"<h2>{escape(gettext('What was signed'))}</h2>", _packages(debrief, language)]
    if any(table["cause"] for table in debrief["tables"]):
        parts += [f"<h2>{escape(gettext('Why no deal'))}</h2>", _causes(debrief, language)]
    parts += [f"<h2>{escape(gettext('Said and understood'))}</h2>", _hearing(debrief, labels, language)]
    return (
        f"<!doctype html><html lang='{language.code}'><head><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{escape(debrief['title'])}</title><style>{_STYLE}</style></head><body><main>{''.join(parts)}</main></body></html>"
    )


def ending_words(ending: str | None, language: Language) -> str:
    """How talks ended, in words."""
    gettext = language.gettext
    words = {
        "agreement": gettext("agreement"),
        "deadline": gettext("no agreement, time was up"),
        "walk_away": gettext("no agreement, a side left"),
        "award": gettext("an award"),
        "partial": gettext("agreement in part"),
        "protocol_only": gettext("a protocol of disagreements"),
        "closed": gettext("closed by the trainer"),
    }
    return words.get(str(ending), gettext("still talking"))


def _endings(debrief: dict[str, Any], labels: dict[str, str], language: Language) -> str:
    gettext, numbers = language.gettext, language.numbers
    roles = debrief["space"]["roles"]
    head = [gettext("Table"), gettext("Ending"), gettext("Rounds"), gettext("Minutes"), *map(labels.__getitem__, roles)]
    head.append(gettext("Share of the gains"))
    rows = []
    for table in debrief["tables"]:
        cells = [table["name"], ending_words(table["ending"], language), numbers.whole(table["rounds"])]
        cells.append("–" if table["minutes"] is None else numbers.decimal(table["minutes"], 1))
        cells += ["–" if table["worth"] is None else numbers.decimal(table["worth"][role], 2) for role in roles]
        cells.append("–" if table["share"] is None else numbers.percent(table["share"]))
        rows.append(cells)
    line = [gettext("Without a deal"), "", "", ""]
    line += [numbers.decimal(debrief["space"]["lines"][role], 2) for role in roles]
    return _table(head, [*rows, [*line, ""]])


def _packages(debrief: dict[str, Any], language: Language) -> str:
    issues = debrief["scenario"]["issues"]
    head = [language.gettext("Issue"), *(table["name"] for table in debrief["tables"])]
    rows = []
    for issue in issues:
        signed = [(table["package"] or {}).get(issue["id"]) for table in debrief["tables"]]
        rows.append([issue["label"], *("–" if option is None else issue["options"][option] for option in signed)])
    return _table(head, rows)


def _causes(debrief: dict[str, Any], language: Language) -> str:
    gettext = language.gettext
    words = {
        "no_zone": gettext(
            "No package was better than no deal for every side: only new options or other alternatives could have "
            "helped."
        ),
        "unfound": gettext(
            "Only an option that somebody had to think of first would have made a deal better than no deal for all."
        ),
        "lost": gettext("An offer that enough sides would have accepted as it was written was misheard."),
        "optimism": gettext(
            "There was a deal better than no deal for all, but the sides believed to have more without one than they "
            "truly had."
        ),
        "missed": gettext("There was a deal better than no deal for all; nobody found it in time."),
    }
    rows = [[table["name"], words[table["cause"]]] for table in debrief["tables"] if table["cause"]]
    return _table([gettext("Table"), gettext("Cause")], rows)


def _hearing(debrief: dict[str, Any], labels: dict[str, str], language: Language) -> str:
    gettext = language.gettext
    options = {issue["id"]: issue for issue in debrief["scenario"]["issues"]}
    rows = []
    for table in debrief["tables"]:
        hearing = table["hearing"]
        worst = hearing["costliest"]
        told = "–"
        if worst is not None and worst["issue"] in options:
            issue = options[worst["issue"]]
            told = gettext("{issue}: {party} said {value}; {party2} understood {value2}").format(
                issue=issue["label"],
                party=labels.get(worst["speaker"], worst["speaker"]),
                party2=labels[worst["listener"]],
                value=issue["options"][worst["said"]],
                value2=issue["options"][worst["heard"]],
            )
        share = "–" if hearing["misheard"] is None else language.numbers.percent(hearing["misheard"])
        rows.append([table["name"], share, told])
    return _table([gettext("Table"), gettext("Issues misheard"), gettext("The costliest misunderstanding")], rows)


def _table(head: list[str], rows: list[list[str]]) -> str:
    top = "".join(f"<th scope='col'>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in cells) + "</tr>" for cells in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"

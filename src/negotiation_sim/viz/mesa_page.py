"""One run on Mesa's own page, for people who know Mesa: `solara run negotiation_sim.viz.mesa_page`.

Mesa's buttons step, play and reset; a changed setting takes effect on Reset. It needs the extra `viz`, and says all
in English, as Mesa does. For a class there is `negotiation-sim classroom`.
"""

from __future__ import annotations

from functools import partial
from html import escape
from math import nan

import mesa
import solara
from matplotlib.figure import Figure
from mesa.visualization import SolaraViz
from mesa.visualization.utils import update_counter

from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.cases import shipped_cases

CASE = "kazakhstan_general_agreement"


class WatchedTalks(BargainingModel):
    """The same run with its settings as arguments, which is how Mesa's page makes a model anew."""

    def __init__(
        self, case: str = CASE, quality: float = 0.5, mediator: bool = True, seed: int = 1, run: int = 0
    ) -> None:
        """Set the table of a shipped case for one run."""
        settings: dict[str, object] = {"communication.quality": quality}
        if not mediator:
            settings |= {"mediator.style": "absent", "protocol": "alternating_offers"}
        self.scenario = load_scenario(case).with_settings(settings)
        super().__init__(setting_of(self.scenario), seed, run)
        self.datacollector = mesa.DataCollector(
            model_reporters={
                f"{role}: {measure}": partial(read, seat=seat)
                for seat, role in enumerate(self.setting.roles)
                for measure, read in MEASURES.items()
            },
        )


def _demand(model: BargainingModel, seat: int) -> float:
    return float(model.table.aspiration[seat])


def _offer(model: BargainingModel, seat: int) -> float:
    """Who speaks hears nothing."""
    return nan if model.table.speaker[0] == seat else float(model.table.felt[seat])


def _line(model: BargainingModel, seat: int) -> float:
    return float(model.table.perceived[seat])


MEASURES = {"demand": _demand, "offer as heard": _offer, "believed line": _line}
STYLES = ("--", "o-", ":")


@solara.component  # type: ignore[untyped-decorator]
def Worths(model: WatchedTalks) -> None:  # noqa: N802 - Solara's components are named as classes
    """For every side: what it demands, what the offers were worth as heard, what it has without a deal."""
    update_counter.get()
    data = model.datacollector.get_model_vars_dataframe()
    data.index += 1
    roles = model.setting.roles
    figure = Figure(figsize=(6, 2 * len(roles)), layout="constrained")
    for role, axes in zip(roles, figure.subplots(len(roles), 1, sharex=True), strict=True):
        for (name, line), style in zip(data.filter(like=f"{role}: ").items(), STYLES, strict=True):
            axes.plot(line.dropna(), style, label=str(name).partition(": ")[2])
        axes.set(title=model.scenario.party_label(role), ylabel="worth", ylim=(0, 1))
        axes.xaxis.get_major_locator().set_params(integer=True)
    figure.axes[-1].set_xlabel("round")
    figure.legend(*figure.axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=3)
    solara.FigureMatplotlib(figure, format="png")


@solara.component  # type: ignore[untyped-decorator]
def Offer(model: WatchedTalks) -> None:  # noqa: N802 - as above
    """The last offer as it was said and as each side heard it, and how the talks stand."""
    update_counter.get()
    if model.steps == 0:
        solara.Text("Press Step for one round, or ▶ to play.")
        return
    sides = [model.scenario.party_label(role) for role in model.setting.roles]
    speaker = model.speaker if model.speaker == "mediator" else model.scenario.party_label(model.speaker)
    listeners = [seat for seat, role in enumerate(model.setting.roles) if role != model.speaker]
    head = ["issue", f"said by {speaker}", *(f"heard by {sides[seat]}" for seat in listeners)]
    rows = [_row("th", head)]
    for number, issue in enumerate(model.setting.issues):
        options = model.scenario.issues[issue].labels()
        said = options[int(model.table.offer[number])]
        heard = [options[int(model.table.heard[seat, number])] for seat in listeners]
        marked = [choice if choice == said else f"≠ {choice}" for choice in heard]
        rows.append(_row("td", [model.scenario.issue_label(issue), said, *marked]))
    solara.HTML(tag="table", unsafe_innerHTML="".join(rows), style={"border-spacing": "12px 2px"})
    answers = (f"{side}: {negotiator.answer}" for side, negotiator in zip(sides, model.negotiators, strict=True))
    solara.Text(f"Round {model.steps} ({model.ending}). Answers: {', '.join(answers)}.".replace("_", " "))


def _row(tag: str, cells: list[str]) -> str:
    return f"<tr>{''.join(f'<{tag} align=left>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


def page_of(model: WatchedTalks) -> solara.Element:
    """Mesa's page for such a model."""
    return SolaraViz(
        model,
        components=[(Worths, 0), (Offer, 0)],
        model_params={
            "case": {"type": "Select", "label": "Case", "value": CASE, "values": list(shipped_cases())},
            "quality": _slider("SliderFloat", "Communication quality", 0.5, most=1.0, step=0.05),
            "mediator": {"type": "Checkbox", "label": "Mediator", "value": True},
            "seed": _slider("SliderInt", "Seed", 1, most=100, step=1),
            "run": _slider("SliderInt", "Run", 0, most=100, step=1),
        },
        name="One negotiation",
        play_interval=300,
    )


def _slider(kind: str, label: str, value: float, *, most: float, step: float) -> dict[str, object]:
    return {"type": kind, "label": label, "value": value, "min": 0, "max": most, "step": step}


page = page_of(WatchedTalks())

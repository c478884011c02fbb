"""Mesa's page draws a run and its offers; skipped where the extra `viz` is not installed."""

import warnings

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Solara and Mesa warn of each other as they are loaded
    solara = pytest.importorskip("solara")
    from solara.widgets.widgets import HTML

    from negotiation_sim.viz import mesa_page

pytestmark = pytest.mark.filterwarnings("ignore")


def test_a_run_on_the_page_is_the_run_of_the_engine() -> None:
    model = mesa_page.WatchedTalks(quality=0.8, seed=3, run=2)
    same = mesa_page.BargainingModel(model.setting, seed=3, run=2)
    model.run_model()
    same.run_model()
    assert model.row().tolist() == same.row().tolist()


def test_what_is_drawn_covers_every_round_and_side() -> None:
    model = mesa_page.WatchedTalks(quality=0.2, mediator=False)
    for _ in range(3):
        model.step()
    drawn = model.datacollector.get_model_vars_dataframe()
    assert len(drawn) == 3
    assert {name.partition(": ")[0] for name in drawn} == set(model.setting.roles)


def test_the_page_shows_what_was_said_and_what_each_other_side_heard() -> None:
    model = mesa_page.WatchedTalks(quality=0.0)
    model.step()
    _, rendered = solara.render(mesa_page.Offer(model), handle_error=False)
    table = rendered.find(HTML).widget.unsafe_innerHTML
    assert table.count("heard by") == len(model.setting.roles) - 1
    assert table.count("<td align=left>≠ ") == sum(
        int(model.table.heard[seat, issue] != model.table.offer[issue])
        for seat, role in enumerate(model.setting.roles)
        for issue in range(len(model.setting.issues))
        if role != model.speaker
    )

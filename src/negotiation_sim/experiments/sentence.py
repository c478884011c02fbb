"""What is to be seen in a comparison, in one sentence."""

from __future__ import annotations

from negotiation_sim.experiments.axis_words import axis_name
from negotiation_sim.experiments.comparison import Comparison, Point
from negotiation_sim.messages.language import ENGLISH, Language


def _of_100(point: Point) -> int:
    return round(100 * point.tally.agreement_rate.value)


def what_to_see(comparison: Comparison, language: Language = ENGLISH) -> str:
    """One sentence on how the agreement rate moves along the axis and where the arms differ most."""
    axis = comparison.axis
    if axis is None or len(axis[1]) < 2:
        return _at_one_point(comparison, language)
    return _along(comparison, axis, language)


def _at_one_point(comparison: Comparison, language: Language) -> str:
    _ = language.gettext
    rates = {name: _of_100(points[0]) for name, points in comparison.arms.items()}
    ranked = sorted(rates, key=lambda name: rates[name])
    low, high = ranked[0], ranked[-1]
    if low == high:
        return _("{n} of 100 negotiations end in agreement.").format(n=rates[low])
    message = _(
        "Under the same luck {most} of 100 negotiations end in agreement with '{arm}' and {least} with '{arm2}'."
    )
    label = comparison.scenario.arm_label
    return message.format(
        most=rates[high], arm=label(high, language.code), least=rates[low], arm2=label(low, language.code)
    )


def _along(comparison: Comparison, axis: tuple[str, tuple[object, ...]], language: Language) -> str:
    _, as_given = language.gettext, language.numbers.as_given
    path, values = axis
    first, last = list(comparison.arms)[0], list(comparison.arms)[-1]
    rates, rates2 = ([_of_100(point) for point in comparison.arms[name]] for name in (first, last))
    widest = max(range(len(values)), key=lambda i: abs(rates2[i] - rates[i]))
    if first == last:
        message = _("As {axis} goes from {low} to {high}, agreement goes from {n} to {n2} of 100 in '{arm}'.")
    else:
        message = _(
            "As {axis} goes from {low} to {high}, agreement goes from {n} to {n2} of 100 in '{arm}' and from {m} "
            "to {m2} in '{arm2}'; the two are furthest apart at {value}: {apart} against {apart2} of 100."
        )
    return message.format(
        axis=axis_name(path, language),
        low=as_given(values[0]),
        high=as_given(values[-1]),
        n=rates[0],
        n2=rates[-1],
        m=rates2[0],
        m2=rates2[-1],
        arm=comparison.scenario.arm_label(first, language.code),
        arm2=comparison.scenario.arm_label(last, language.code),
        value=as_given(values[widest]),
        apart=rates[widest],
        apart2=rates2[widest],
    )

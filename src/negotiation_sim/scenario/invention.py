"""Options that nobody has thought of yet: clauses that whoever understands the others may invent."""

from pydantic import Field

from negotiation_sim.scenario.fields import described, number, word
from negotiation_sim.scenario.issue import Effect, Issue
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Identifier, Text, Translations

WITHOUT = Translations(en="without", ru="без этого", kk="онсыз")
WITH = Translations(en="included", ru="включено", kk="енгізілген")


class InventedOption(StrictModel):
    """A clause that may be added to any package once somebody has thought of it."""

    label: Text | None = Field(None, description="Name shown to people. Text. Default: the identifier with spaces.")
    effects: dict[str, Effect] = Field(
        min_length=1,
        **described(
            "What adding the clause does to each interest",
            "-1 (harms most) to 1 (serves most)",
            "none, must be written; interests left out get 0",
            "share of the strongest effect",
        ),
    )

    def as_issue(self) -> Issue:
        """The clause as an issue of two options: without it, and with it."""
        return Issue(
            label=self.label,
            options=[WITHOUT, WITH],
            effects={interest: [0.0, effect] for interest, effect in self.effects.items()},
        )


class Invention(StrictModel):
    """Hidden options, and how easily they are thought of."""

    chance: float = number(
        0.3, 0, 1, "share", "Chance a round that a side which understands the others fully thinks of something new"
    )
    known: bool = word(False, "true or false", "Whether everybody knows the options from the start")
    options: dict[Identifier, InventedOption] = Field(
        {}, max_length=8, **described("The hidden options", "at most 8 options under names", "no entries")
    )

"""An experiment file that may still hold mistakes: what it sets, each value at the place where it stands."""

from functools import cached_property
from math import prod

from negotiation_sim.scenario.comparison_checks import titled_arms
from negotiation_sim.scenario.draft import FileDraft
from negotiation_sim.scenario.settings import Setting, arm_settings
from negotiation_sim.scenario.yaml_nodes import Entry, ListNode, MappingNode, node_at, plain
from negotiation_sim.sweeps.designs import NO_DESIGN, SAMPLED, sample_size
from negotiation_sim.sweeps.experiment_file import ExperimentFile, FactorRange


class ExperimentDraft(FileDraft[ExperimentFile]):
    """The tree of an experiment file; `content` is the file where every single value is right."""

    model = ExperimentFile

    @property
    def kind(self) -> str | None:
        """The kind of design, None where it is wrong."""
        if not self.has("design"):
            return NO_DESIGN
        kind = self.value("design", "kind") if self.has("design", "kind") else None
        return kind if isinstance(kind, str) else None

    @cached_property
    def base_settings(self) -> list[Setting]:
        """What `set:` changes in the scenario."""
        node = node_at(self.root, ("set",))
        return arm_settings(node.entries) if isinstance(node, MappingNode) else []

    @cached_property
    def arms(self) -> list[tuple[str, list[Setting]]]:
        """The settings of each arm, with a title for messages; one arm without settings where none is written."""
        return list(titled_arms(node_at(self.root, ("arms",)))) or [("", [])]

    @cached_property
    def factors(self) -> dict[str, list[Setting]]:
        """For each factor its values as settings; for a range its two ends; none where it is wrong."""
        if not self.is_sound("design", "factors"):
            return {}
        node = node_at(self.root, ("design", "factors"))
        entries = node.entries if isinstance(node, MappingNode) else {}
        return {path: _values(path, entry) for path, entry in entries.items()}

    @cached_property
    def table(self) -> list[list[Setting]]:
        """The points of a table as settings; none where they are wrong."""
        node = node_at(self.root, ("design", "points"))
        if not isinstance(node, ListNode) or not self.is_sound("design", "points"):
            return []
        return [arm_settings(item.entries) for item in node.items if isinstance(item, MappingNode)]

    @cached_property
    def table_values(self) -> list[dict[str, object]]:
        """The points of a table as {path: value}."""
        return [{setting.path: plain(setting.entry.node) for setting in point} for point in self.table]

    @cached_property
    def varied(self) -> dict[str, list[Setting]]:
        """For each path that the design varies the settings that occur, each value once."""
        if self.kind != "table":
            return self.factors
        columns: dict[str, dict[object, Setting]] = {}
        for point in self.table:
            for setting in point:
                value = getattr(setting.entry.node, "value", None)
                columns.setdefault(setting.path, {}).setdefault((type(value), value), setting)
        return {path: list(settings.values()) for path, settings in columns.items()}

    def levels(self, path: str) -> tuple[object, ...]:
        """The values that a factor takes; none where a sample draws them from a range, or where they are wrong."""
        node = node_at(self.root, ("design", "factors", path))
        if self.kind == "table" or not isinstance(node, MappingNode):
            return tuple(plain(setting.entry.node) for setting in self.varied.get(path, ()))
        if not self.is_sound("design", "factors") or not self.has("design", "factors", path, "points"):
            return ()
        return FactorRange.model_validate(plain(node)).values

    def number_of_points(self) -> int | None:
        """How many points the design has, found without making any; None where it is wrong."""
        kind, samples = self.kind, self.value("design", "samples") if self.has("design", "samples") else None
        if kind is None or not self.is_sound("design"):
            return None
        if kind == "table":
            return len(self.table)
        if kind in SAMPLED:
            return sample_size(kind, len(self.factors), int(samples)) if isinstance(samples, int | float) else None
        return prod(len(self.levels(path)) for path in self.factors)


def _values(path: str, entry: Entry) -> list[Setting]:
    key_place, node = entry
    if isinstance(node, ListNode):
        return [Setting(path, Entry(key_place, item)) for item in node.items]
    ends = [node.get("from"), node.get("to")] if isinstance(node, MappingNode) else []
    return [Setting(path, Entry(key_place, end)) for end in ends if end is not None]

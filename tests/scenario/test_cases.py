import pytest

from negotiation_sim.scenario import case_path, shipped_cases


def test_shipped_cases_have_files() -> None:
    names = shipped_cases()
    assert "tight_zone" in names
    assert list(names) == sorted(names)
    assert all(case_path(name).is_file() for name in names)


def test_a_misspelt_case() -> None:
    with pytest.raises(ValueError, match="there is no shipped scenario 'tight_zon'; did you mean 'tight_zone'?"):
        case_path("tight_zon")

"""The project's own papers agree with each other: pyproject.toml, the locks, CITATION.cff, CHANGELOG.md."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
# In pieces, so that this file is not found by its own search.
INDEX_HOSTS = ["py" + "pi.org", "python" + "hosted.org"]


def entries(lock):
    """The requirements of a lock file by name, and how many hashes each has."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            requirement, *hashes = line.split("--hash=")
            assert all(re.fullmatch(r"sha256:[0-9a-f]{64}\s*", one) for one in hashes), line
            parsed = Requirement(requirement.strip())
            found[canonicalize_name(parsed.name)] = (parsed, len(hashes))
    return found


def asked_for(section):
    """The requirements of a list in pyproject.toml; where it names the project's own extras, those of the extras."""
    for requirement in map(Requirement, section):
        if requirement.name == PROJECT["project"]["name"]:
            for extra in requirement.extras:
                yield from asked_for(EXTRAS[extra])
        else:
            yield requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_one_version_and_hashes(lock):
    for name, (requirement, hashes) in entries(lock).items():
        assert [clause.operator for clause in requirement.specifier] == ["=="], name
        assert requirement.url is None, name
        assert hashes > 0, name


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_address_and_no_folder_of_a_machine(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"\S*://\S*|(?<!\S)/\S+", text) == []


def test_no_file_names_a_package_index():
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    answer = subprocess.run(listing, cwd=ROOT, capture_output=True)
    if answer.returncode != 0:
        pytest.skip("not a git checkout")
    files = [ROOT / name for name in answer.stdout.decode().split("\0") if name]
    assert ROOT / "pyproject.toml" in files
    texts = {file: file.read_bytes().lower() for file in files if file.is_file()}
    found = [(str(file), host) for file, text in texts.items() for host in INDEX_HOSTS if host.encode() in text]
    assert found == []


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", PROJECT["project"]["dependencies"]),
        ("requirements.lock", PROJECT["dependency-groups"]["build"]),
        ("requirements.lock", PROJECT["build-system"]["requires"]),
        ("requirements.lock", EXTRAS["web"]),
        ("requirements-dev.lock", EXTRAS["dev"]),
    ],
)
def test_lock_holds_what_pyproject_asks_for(lock, wanted):
    locked = entries(lock)
    for requirement in asked_for(wanted):
        name = canonicalize_name(requirement.name)
        assert name in locked
        version = next(iter(locked[name][0].specifier)).version
        assert version in requirement.specifier, name


@pytest.mark.parametrize("extra", sorted(EXTRAS.keys() - {"dev", "web"}))
def test_demo_and_classroom_do_not_install_what_other_extras_bring(extra):
    brought, plain = (
        {canonicalize_name(requirement.name) for requirement in asked_for(section)}
        for section in (EXTRAS[extra], PROJECT["project"]["dependencies"])
    )
    assert (brought - plain).isdisjoint(entries("requirements.lock"))


def test_dev_lock_holds_the_plain_lock():
    plain, dev = entries("requirements.lock"), entries("requirements-dev.lock")
    assert {name: dev.get(name) for name in plain} == plain


def test_citation_has_the_version_of_the_project():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= citation.keys()
    assert citation["version"] == PROJECT["project"]["version"]
    assert citation["license"] == PROJECT["project"]["license"]


def test_changelog_tells_of_the_version_of_the_project():
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert PROJECT["project"]["version"] in headings

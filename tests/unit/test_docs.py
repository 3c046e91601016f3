"""What is documented is what there is, and the other way round."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from newsreader import __version__
from newsreader.cli.arguments import Parser
from newsreader.cli.commands import COMMANDS
from newsreader.config import SETTINGS, SOURCE_SETTINGS, THEME_SETTINGS, load
from newsreader.ui.commands import ALL
from newsreader.ui.commands.command import shown_keys

TOP = Path(__file__).parents[2]
COMMAND_LINE = (TOP / "docs" / "command-line.md").read_text("utf-8")
README = (TOP / "README.md").read_text("utf-8")
MODULES = {path.stem for path in (TOP / "src/newsreader/cli/commands").glob("*.py")} - {"__init__"}


def section(command):
    """The part of the page under the heading of *command*."""
    found = re.search(rf"^### {command}\n(.*?)(?=^##)", COMMAND_LINE, re.MULTILINE | re.DOTALL)
    assert found, f"no section on {command}"
    return found[1]


def options(command):
    parser = Parser(command)
    import_module(f"newsreader.cli.commands.{command}").configure(parser)
    own = {option for action in parser._actions for option in action.option_strings}
    return own - {"--data-dir", "--config", "--version", "--help", "-h"}


def test_every_module_is_a_command_and_every_command_a_module():
    assert set(COMMANDS) == MODULES


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command):
    usage = re.findall(rf"^    newsreader {command}\b(.*)$", section(command), re.MULTILINE)
    assert usage
    shown = set(re.findall(r"--[a-z-]+", " ".join(usage)))
    assert shown == options(command)


def test_no_other_command_is_documented():
    headings = re.findall(r"^### (.*)$", COMMAND_LINE, re.MULTILINE)
    assert headings == list(COMMANDS)


@pytest.mark.parametrize(
    "option", ["--data-dir", "--config", "--version", "--help", "-h", "--sample", "--linear"]
)
def test_options_of_every_command_are_documented(option):
    assert f"`{option}" in COMMAND_LINE


def test_every_setting_is_documented():
    page = (TOP / "docs" / "settings.md").read_text("utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1]
    named = set(re.findall(r"^([a-z_]+) = ", example, re.MULTILINE))
    assert named >= {known.name for known in (*SETTINGS, *SOURCE_SETTINGS, *THEME_SETTINGS)}


def test_the_example_of_settings_is_right(tmp_path):
    page = (TOP / "docs" / "settings.md").read_text("utf-8")
    path = tmp_path / "config.toml"
    path.write_text(re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1])
    assert load(path).problems == ()


def test_every_key_is_documented_by_its_command():
    page = (TOP / "docs" / "settings.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*?) \| (.*) \|$", page, re.MULTILINE)
    shown = {name: " ".join(keys.replace("\\|", "|").replace("`", "").split()) for name, keys, _ in rows}
    assert shown == {each.id: shown_keys(each.keys) for each in ALL}
    assert {name: label for name, _, label in rows} == {each.id: each.label for each in ALL}


def test_commands_in_the_readme_are_commands():
    used = re.findall(r"^newsreader ([a-z]+)", README, re.MULTILINE)
    assert used
    assert set(used) <= set(COMMANDS)


@pytest.mark.parametrize(
    "name", ["README.md", "docs/command-line.md", "docs/settings.md", "docs/development.md", "CHANGELOG.md"]
)
def test_links_lead_somewhere(name):
    page = TOP / name
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_has_its_two_lines():
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv .venv && ")]
    assert len(lines) == 2
    assert lines[0].endswith("newsreader --sample")
    assert lines[1].endswith("pytest -n auto")


def test_the_changelog_knows_this_version_or_the_next():
    headings = re.findall(r"^## (.*)$", (TOP / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased" or headings[0].startswith(__version__)

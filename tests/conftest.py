"""What every test has."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def _no_settings(tmp_path_factory):
    """No settings of whoever runs the tests, in child processes neither."""
    patch = pytest.MonkeyPatch()
    patch.setenv("NEWSREADER_CONFIG", str(tmp_path_factory.mktemp("settings") / "none.toml"))
    yield
    patch.undo()

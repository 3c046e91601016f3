"""What every test has."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("default"), max_examples=20_000)
settings.load_profile(os.environ.get("NEWSREADER_FUZZ", "default"))


def pytest_xdist_auto_num_workers() -> int:
    """Two for each core: half of the time tests wait for programs that they start, and for a screen to come to rest."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(autouse=True, scope="session")
def _no_settings(tmp_path_factory):
    """No settings of whoever runs the tests, in child processes neither."""
    patch = pytest.MonkeyPatch()
    patch.setenv("NEWSREADER_CONFIG", str(tmp_path_factory.mktemp("settings") / "none.toml"))
    yield
    patch.undo()

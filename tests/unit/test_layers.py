"""The contracts of pyproject.toml: imports point down."""

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]


def test_imports_point_down():
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
        "--no-cache",
    ]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout

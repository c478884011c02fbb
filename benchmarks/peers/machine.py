"""On what machine, and with which versions, something was measured."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

from compiling_c import FLAGS, NoCompiler, compiler_version


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown"


def machine() -> dict[str, str]:
    """Platform, processor, number of processors, and versions."""
    try:
        c = f"{compiler_version()} {' '.join(FLAGS[:3])}"
    except NoCompiler:
        c = "none"
    return {
        "platform": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "processors": str(os.cpu_count()),
        "python": platform.python_version(),
        **{name: version(name) for name in ("numpy", "numba", "mesa", "negmas")},
        "c": c,
    }

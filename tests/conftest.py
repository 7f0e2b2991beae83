"""What holds for every test: no screen is needed, and chance can be told again."""

import os
from datetime import timedelta

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The everyday run is short and tells the same story each time; `poe long` looks further.
settings.register_profile(
    "everyday",
    max_examples=30,
    deadline=timedelta(seconds=5),
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile(
    "long",
    settings.get_profile("everyday"),
    max_examples=2_000,
    deadline=None,
    derandomize=False,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))

"""What one measure is, and how two ways of doing the same work are timed fairly."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

TIMES = 15
Work = Callable[[], object]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One measure: what it took, beside a bound of the same run, a limit, or both."""

    job: str
    size: str = ""
    measured: str
    bound: str = ""
    ratio: float | None = None
    most: float | None = None  # of the ratio
    limit: str = ""
    is_within: bool = True  # the limit

    @property
    def is_over(self) -> bool:
        over = self.ratio is not None and self.most is not None and self.ratio > self.most
        return over or not self.is_within

    @property
    def cells(self) -> tuple[str, ...]:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        most = "" if self.most is None else f"{self.most:g}"
        over = " (over)"
        if ratio and self.ratio is not None and self.most is not None and self.ratio > self.most:
            ratio += over
        limit = self.limit + ("" if self.is_within else over)
        return (self.job, self.size, self.measured, limit, self.bound, ratio, most)


HEAD = ("job", "size", "measured", "at most", "bound", "ratio", "at most")


def timed(work: Work) -> float:
    """Time some work once, with no collecting of garbage that others left in the middle of it."""
    start = perf_counter()
    work()
    return perf_counter() - start


def usual(work: Work, times: int = TIMES) -> float:
    """Return the median of several times, after one that warms up."""
    return in_turns(work, times=times)[0]


def in_turns(*works: Work, times: int = TIMES) -> tuple[float, ...]:
    """Return the median of each work; they take turns, so that what else goes on hits all."""
    for work in works:
        work()
    gc.collect()
    gc.freeze()  # what stands before is not looked through; what the work makes is
    try:
        taken = [[timed(work) for work in works] for _ in range(times)]
    finally:
        gc.unfreeze()
    return tuple(median(times_of) for times_of in zip(*taken, strict=True))


def said(seconds: float) -> str:
    """Return a time as people write it."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def compared(
    job: str, ours: float, plain: float, bound: str, most: float, size: str = "", limit: float = 0
) -> Row:
    """Return the row of a work and its bound; `limit` is what it may take in seconds."""
    return Row(
        job=job,
        size=size,
        measured=said(ours),
        bound=f"{bound}: {said(plain)}",
        ratio=ours / plain,
        most=most,
        limit=said(limit) if limit else "",
        is_within=not limit or ours <= limit,
    )


def within(job: str, ours: float, limit: float, size: str = "") -> Row:
    """Return the row of a work that only has to be done in some time."""
    return Row(job=job, size=size, measured=said(ours), limit=said(limit), is_within=ours <= limit)

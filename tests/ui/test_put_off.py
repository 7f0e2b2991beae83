import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from threading import Thread

import pytest

from gbvcase.ui.put_off import PUT_OFF, put_modules_off


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with a part, of which nothing is loaded yet."""
    folder = tmp_path / "some_library"
    folder.mkdir()
    (folder / "__init__.py").write_text("import slow_part\nfound = 1\n", encoding="utf-8")
    (folder / "below.py").write_text("deep = 2\n", encoding="utf-8")
    slow = "from time import sleep\nsleep(0.05)\ndef call(one, *, two): return one + two\n"
    (tmp_path / "slow_part.py").write_text(slow, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    names = ("slow_part", "some_library", "some_library.below")
    for name in names:
        monkeypatch.setitem(sys.modules, name, sys)  # so that it is taken out again afterwards
        del sys.modules[name]
    return "some_library"


def test_a_module_waits_until_something_in_it_is_used(library: str) -> None:
    put_modules_off({"slow_part": ("call",)})
    import some_library  # type: ignore[import-not-found]

    waiting = sys.modules["slow_part"]
    taken = waiting.call
    assert some_library.found == 1
    assert "sleep" not in vars(waiting)
    assert sys.modules["slow_part"] is waiting
    assert taken(1, two=2) == 3
    assert sys.modules["slow_part"] is not waiting
    assert waiting.sleep is sys.modules["slow_part"].sleep


def test_what_is_loaded_already_stays_as_it_is(library: str) -> None:
    import slow_part  # type: ignore[import-not-found]

    put_modules_off({"slow_part": ()})
    assert sys.modules["slow_part"] is slow_part


def test_a_part_of_what_waits_is_found(library: str) -> None:
    put_modules_off({"some_library": ()})
    import some_library.below

    assert some_library.below.deep == 2
    assert some_library.found == 1


def test_a_part_that_waits_is_found_through_the_whole(library: str) -> None:
    put_modules_off({"some_library.below": ()})
    import some_library.below

    assert some_library.below.deep == 2


def test_what_is_not_there_is_missed_as_ever(library: str) -> None:
    put_modules_off({"slow_part": (), "no_such_module": ()})
    waiting = sys.modules.pop("no_such_module")
    assert not hasattr(waiting, "__file__")
    with pytest.raises(ModuleNotFoundError):
        waiting.anything  # noqa: B018
    with pytest.raises(ImportError):
        from slow_part import nothing_of_the_kind  # noqa: F401


def test_two_who_ask_at_once_are_both_answered(library: str) -> None:
    put_modules_off({"slow_part": ()})
    waiting = sys.modules["slow_part"]
    answers: list[int] = []
    both = [Thread(target=lambda: answers.append(waiting.call(1, two=2))) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert answers == [3, 3]


def test_the_lock_page_and_the_vault_leave_all_that_is_put_off_unloaded() -> None:
    code = """
    import gbvcase.ui.window, sys
    import gbvcase.casework.cases, gbvcase.casework.upkeep
    from gbvcase.ui.put_off import PUT_OFF
    print(*(name for name in PUT_OFF if type(sys.modules[name]).__name__ != "_Waiting"))
    import asyncio, importlib.metadata, locale
    asyncio.run(asyncio.sleep(0))
    print(importlib.metadata.version("sqlalchemy")[0], asyncio.iscoroutine(1))
    """
    said = subprocess.run(
        [sys.executable, "-c", dedent(code)], capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines() == ["", "2 False"]
    assert "asyncio" in PUT_OFF


def test_papers_are_made_without_what_opens_pictures_which_still_opens_them() -> None:
    code = """
    import sys
    from gbvcase.ui.put_off import put_modules_off
    from gbvcase.ui.warm_up import OF_PAPER
    put_modules_off(OF_PAPER)
    from tests.benchmarks.papers_rows import a_form
    print(a_form()()[:5].decode(), "PIL._imaging" in sys.modules)
    from PIL import Image, ImageOps
    print(ImageOps.mirror(Image.new("L", (2, 3))).size)
    """
    said = subprocess.run(
        [sys.executable, "-c", dedent(code)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines() == ["%PDF- False", "(2, 3)"]

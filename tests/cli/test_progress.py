"""How a run is seen to go on."""

from __future__ import annotations

import threading

import pytest

from cntextclean.cli import progress


def test_a_plain_line_comes_without_an_input_being_finished(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    heard = threading.Event()

    def say(text: str) -> None:
        said.append(text)
        heard.set()

    monkeypatch.setattr(progress, "say", say)
    before = threading.active_count()
    meter = progress.PlainMeter(every=0.001)
    meter.show(1, 1200, 2_500_000, 10_000_000)
    heard.clear()
    assert heard.wait(60)
    meter.close()
    assert threading.active_count() == before
    assert said[-1] == "1 of 1,200 files, 2.5 of 10.0 MB"


def test_the_meter_knows_all_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[int, ...]] = []

    class Recorder(progress.PlainMeter):
        def show(self, files: int, of: int, size: int, total: int) -> None:
            shown.append((files, of, size, total))

    monkeypatch.setattr(progress, "PlainMeter", Recorder)
    with progress.Watcher() as watcher:
        watcher.begin(7, 4_000)
    assert shown == [(0, 7, 0, 4_000)]

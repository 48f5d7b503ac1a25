"""One writer at a time, also at the instant when another ends."""

from __future__ import annotations

import pytest

from cntextclean.errors import OutputError
from cntextclean.write.lock import passing_lock, take_lock

fcntl = pytest.importorskip("fcntl")


def test_a_second_writer_is_told_who_the_first_is(tmp_path):
    import os

    with passing_lock(tmp_path / "a/lock", "the folder", "wait"), pytest.raises(OutputError) as told:
        take_lock(tmp_path / "a/lock", "the folder", "wait")
    assert str(told.value) == f"the folder: is being written by another process (pid {os.getpid()}). To do: wait."
    assert not (tmp_path / "a").exists()


def test_the_lock_of_a_file_that_its_holder_took_away_is_none(tmp_path, monkeypatch):
    path, real = tmp_path / "lock", fcntl.flock
    taken = []

    def flock(file, how):
        if not taken:
            path.unlink()  # the first holder ends between the opening and the locking
        taken.append(file)
        real(file, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    with take_lock(path, "the folder", "wait"):
        with pytest.raises(OutputError, match="being written"):
            take_lock(path, "the folder", "wait")
        assert len(taken) == 3


def test_other_files_of_the_folder_stay(tmp_path):
    (tmp_path / "store").write_text("kept", encoding="utf-8")
    with passing_lock(tmp_path / "lock", "the folder", "wait"):
        assert (tmp_path / "lock").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["store"]

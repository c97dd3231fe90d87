from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import threading
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

import gidisc
from gidisc import batch
from texts import whole_report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(whole_report().replace("云岭县", f"云岭{number}县"), "utf-8")
    (tmp_path / "1.txt").write_bytes(b"\xff")
    (tmp_path / "3.txt").write_text("无关", "utf-8")
    (tmp_path / "4.txt").write_text(whole_report(), "gb18030")
    return tmp_path


def outcome(result: object) -> str | None:
    if isinstance(result, gidisc.ParseError):
        return result.code
    assert isinstance(result, gidisc.Report)
    return result.agency


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_are_read_in_order_and_none_stops_the_rest(folder: Path, jobs: int) -> None:
    paths = [*(folder / f"{number}.txt" for number in range(6)), folder / "none.txt", folder]
    read = list(gidisc.read_many(iter(paths), jobs=jobs))
    assert [path for path, _ in read] == paths
    agency = "云岭县商务局"
    assert [outcome(result) for _, result in read] == [
        "云岭0县商务局",
        "undecodable",
        "云岭2县商务局",
        "not-a-report",
        agency,
        "云岭5县商务局",
        "unreadable",
        "unreadable",
    ]
    assert read[4][1] == gidisc.read(folder / "4.txt")
    assert "No such file" in str(read[6][1])


def test_files_are_read_as_they_are_asked_for(folder: Path) -> None:
    def paths() -> Any:
        yield str(folder / "0.txt")
        raise AssertionError("the second path was asked for")

    assert outcome(next(gidisc.read_many(paths()))[1]) == "云岭0县商务局"


def test_more_files_than_wait_at_once() -> None:
    paths = [f"{number}.none" for number in range(3 * 2 * batch._WAITING + 1)]
    assert [path for path, _ in gidisc.read_many(paths, jobs=2)] == paths


def test_a_fault_of_the_library_stops_nothing() -> None:
    results = [result for _, result in batch.map_files(int, ["1", "甲"])]
    assert results[0] == 1
    assert isinstance(results[1], gidisc.ParseError)
    assert "ValueError: invalid literal" in str(results[1])


@pytest.mark.parametrize("jobs", [0, -1])
def test_there_is_at_least_one_process(jobs: int) -> None:
    with pytest.raises(ValueError, match=f"jobs is {jobs}; at least one"):
        gidisc.read_many([], jobs=jobs)


def end_on_2(path: str) -> str:
    if path == "2":
        os._exit(1)
    return path


def test_a_process_that_ends_loses_its_file_alone() -> None:
    paths = list(map(str, range(6)))
    results = [result for _, result in batch.map_files(end_on_2, paths, jobs=2)]
    assert [getattr(result, "code", result) for result in results] == ["0", "1", "worker-lost", "3", "4", "5"]


def test_processes_that_have_just_been_lost_say_so_when_the_file_is_asked_for() -> None:
    workers = batch._Workers(1)
    try:
        with pytest.raises(BrokenProcessPool):
            workers.submit(end_at_once).result()
        with pytest.raises(BrokenProcessPool):
            workers.submit(end_at_once).result()
    finally:
        workers.end()


def test_processes_that_cannot_start_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_ready", end_at_once)
    with pytest.raises(RuntimeError, match='put the start of the script under `if __name__ == "__main__":`'):
        list(gidisc.read_many(["1"], jobs=2))


def end_at_once() -> None:
    os._exit(1)


def test_a_process_leaves_ctrl_c_to_its_parent_and_ends_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()
    monkeypatch.setattr(os, "_exit", lambda status: ended.set() if status == 1 else None)
    held, lifeline = multiprocessing.Pipe(duplex=False)
    before = signal.getsignal(signal.SIGINT)
    try:
        batch._start(held)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
        batch._at_rest.release()
    batch._ready()
    assert not ended.is_set()
    lifeline.close()
    assert ended.wait(60)
    held.close()


class Alive:
    """A parent that goes on."""

    def is_alive(self) -> bool:
        return True


def test_a_process_whose_parent_lives_ends_only_while_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()

    def leave(status: int) -> None:
        batch._at_rest.release()
        ended.set()

    monkeypatch.setattr(os, "_exit", leave)
    monkeypatch.setattr(multiprocessing, "parent_process", Alive)
    monkeypatch.setattr(signal, "signal", lambda *handler: None)
    held, lifeline = multiprocessing.Pipe(duplex=False)
    batch._start(held)
    lifeline.close()
    assert not ended.wait(3 * batch._PATIENCE)
    assert batch._at_work(lambda path: ended.wait(60), "a report") is True
    batch._at_rest.release()
    held.close()


def test_a_process_at_work_ends_when_its_result_is_no_longer_wanted(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.txt")
    results = gidisc.read_many([tmp_path / "none.txt", tmp_path / "endless.txt"], jobs=2)
    assert outcome(next(results)[1]) == "unreadable"
    # Would wait for ever for a writer to the pipe.
    results.close()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_export_leaves_no_process_and_no_half_file(folder: Path, sent: signal.Signals) -> None:
    code = """
        import itertools, sys
        from gidisc.export import files

        def forever(paths, *, pattern):
            class Endless(list):
                def __iter__(self): return itertools.repeat(paths[0])
                def __len__(self): return 9
            return Endless()

        if __name__ == "__main__":
            files.find_files = forever
            files.export_files(sys.argv[1:], "out.csv", jobs=2, progress=lambda *done: print(done, flush=True))
    """
    script = folder / "script.py"
    script.write_text(textwrap.dedent(code), "utf-8")
    command = [sys.executable, str(script), str(folder / "0.txt")]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"(1, 9)\n"
        assert len(list(folder.glob(".out*.csv"))) == 1
        if sent is signal.SIGINT:
            os.killpg(process.pid, sent)
        else:
            process.send_signal(sent)
        # The pipes end when the last process that holds them has ended.
        process.communicate(timeout=60)
    assert process.returncode == -sent
    assert not (folder / "out.csv").exists()
    if sent is signal.SIGINT:
        assert not list(folder.glob(".out*"))

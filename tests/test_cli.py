"""The command `gidisc` with its subcommands."""

from __future__ import annotations

import errno
import importlib
import io
import json
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import click
import pytest
from rich.cells import cell_len

import gidisc
from gidisc import cli
from gidisc.cli import commands, inputs, streams
from gidisc.cli.app import gidisc as group
from gidisc.cli.grids import SIGNS, shown_value
from gidisc.cli.words import LANGUAGES, WORDS
from gidisc.diagnostics import Severity
from gidisc.form import Edition
from gidisc.model import Cell, Status

CASES = Path(__file__).parent / "cases"
EXAMPLE = CASES / "cell_lines.txt"
FORM_2019 = CASES / "edition_2019_blank_tables.txt"
REFUSED = "总体情况\n收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1 2 3\n"
SUBCOMMANDS = [module.name for module in pkgutil.iter_modules(commands.__path__)]

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    """A report with an error: three values for seven cells."""
    file = tmp_path / "refused.txt"
    file.write_text(REFUSED, "utf-8")
    return file


def as_process(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from gidisc.cli import main; sys.exit(main(sys.argv[1:]))"
    path = {"PYTHONPATH": str(Path(gidisc.__file__).parents[1])}
    line = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        line, input=stdin, capture_output=True, env=os.environ | path | environment, check=False, timeout=120
    )


# What every subcommand does.


def test_every_module_of_the_folder_is_a_subcommand(capfd: Capture) -> None:
    assert {"show", "parse", "normalize", "check", "explain"} <= set(SUBCOMMANDS)
    assert cli.main(["--help"]) == 0
    listed = capfd.readouterr().out
    assert all(re.search(rf"^  {name} +\w", listed, re.MULTILINE) for name in SUBCOMMANDS)


def examples(name: str) -> list[str]:
    epilog = importlib.import_module(f"gidisc.cli.commands.{name}").command.epilog
    return re.findall(r"^  (gidisc .*)$", epilog or "", re.MULTILINE)


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_the_help_of_every_subcommand_shows_examples(name: str, capfd: Capture) -> None:
    assert cli.main([name, "--help"]) == 0
    shown = capfd.readouterr().out
    assert examples(name)
    assert all(f"    {example}\n" in shown for example in examples(name))


@pytest.mark.parametrize("example", [example for name in SUBCOMMANDS for example in examples(name)])
def test_the_examples_of_the_help_work(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(EXAMPLE, tmp_path / "report.txt")
    shutil.copy(FORM_2019, tmp_path / "report-2019.txt")
    monkeypatch.chdir(tmp_path)
    words = shlex.split(example)
    arguments = [word for at, word in enumerate(words) if not {word, words[at - 1]} & {"<", ">"}]
    stdin = (tmp_path / "report.txt").read_bytes() if "<" in words else b""
    done = as_process(*arguments[1:], stdin=stdin)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


READERS = ["show", "parse", "normalize"]


@pytest.mark.parametrize("name", READERS)
def test_a_dash_is_standard_input(name: str) -> None:
    from_stdin = as_process(name, "-", stdin=EXAMPLE.read_text("utf-8").encode("gb18030"))
    assert from_stdin.returncode == 0
    assert "麦溪市榆关区粮食和物资储备局".encode() in from_stdin.stdout or name == "normalize"
    assert b"286" in from_stdin.stdout


@pytest.mark.parametrize("name", READERS)
def test_the_encoding_can_be_given(name: str, tmp_path: Path, capfd: Capture) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(EXAMPLE.read_text("utf-8").encode("utf-16-le"))
    assert cli.main([name, "--encoding", "utf-16-le", str(file)]) == 0
    assert "286" in capfd.readouterr().out


@pytest.mark.parametrize("name", READERS)
def test_an_encoding_that_does_not_fit_gives_2(name: str, capfd: Capture) -> None:
    assert cli.main([name, "--encoding", "ascii", str(EXAMPLE)]) == 2
    assert capfd.readouterr() == (
        "",
        f"{EXAMPLE}: error: the file is in none of the encodings tried: ascii; convert it to UTF-8 [undecodable]\n",
    )


@pytest.mark.parametrize("encoding", ["hex", "klingon"])
def test_an_unknown_encoding_is_wrong_usage(encoding: str, capfd: Capture) -> None:
    assert cli.main(["show", "--encoding", encoding, str(EXAMPLE)]) == 2
    assert f"Python has no text encoding '{encoding}'." in capfd.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["guess"], ["show"], ["parse"], ["show", "--lang", "fr", "x"]])
def test_wrong_usage_gives_2(arguments: list[str], capfd: Capture) -> None:
    assert cli.main(arguments) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Usage: gidisc ")


@pytest.mark.parametrize("name", READERS)
def test_errors_in_a_report_give_1(name: str, refused: Path, capfd: Capture) -> None:
    assert cli.main([name, str(refused)]) == 1
    printed = capfd.readouterr()
    assert "[cell-refused]" in printed.out + printed.err


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-report"),
        ("今天天气很好。".encode(), "not-a-report"),
        (b"\xff\xff\xff", "undecodable"),
        (EXAMPLE.read_bytes() + (CASES / "tabs_shifted_rows.txt").read_bytes(), "several-reports"),
    ],
)
def test_no_report_gives_2(name: str, data: bytes, code: str, tmp_path: Path, capfd: Capture) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(data)
    assert cli.main([name, str(file)]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{file}:" if code in ("undecodable", "several-reports") else str(file))
    assert f" [{code}]\n" in printed.err


@pytest.mark.parametrize("name", READERS)
def test_a_file_that_cannot_be_read_gives_2(name: str, tmp_path: Path, capfd: Capture) -> None:
    assert cli.main([name, str(tmp_path / "nowhere")]) == 2
    assert capfd.readouterr() == ("", f"{tmp_path / 'nowhere'}: No such file or directory\n")
    assert cli.main([name, str(tmp_path)]) == 2
    assert capfd.readouterr() == ("", f"{tmp_path}: Is a directory\n")


def test_the_version(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cli.main(["--version"]) == 0
    assert capfd.readouterr().out == f"gidisc {metadata.version('gidisc')}\n"

    def nowhere(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", nowhere)
    assert cli.main(["--version"]) == 0
    assert capfd.readouterr().out == "gidisc (not installed)\n"


# How it ends.


@pytest.mark.parametrize(
    ("raised", "status"),
    [(KeyboardInterrupt(), 130), (BrokenPipeError(), 141), (click.Abort(), 130)],
)
def test_interruptions_end_quietly(
    raised: BaseException, status: int, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    def interrupted(_: str) -> bytes:
        raise raised

    monkeypatch.setattr(inputs, "read_input", interrupted)
    assert cli.main(["show", str(EXAMPLE)]) == status
    printed = capfd.readouterr()
    assert (printed.out, printed.err.strip()) == ("", "")


def test_output_that_cannot_be_written_gives_2(monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    def full(_: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("gidisc.cli.commands.normalize.write_output", full)
    assert cli.main(["normalize", str(EXAMPLE)]) == 2
    assert capfd.readouterr().err == "gidisc: No space left on device\n"


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["show", "--help"], ["explain", "encoding"], *([name, str(EXAMPLE)] for name in [*READERS, "check"])],
)
def test_a_reader_that_goes_away(arguments: list[str]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    code = "import sys; from gidisc.cli import main; sys.exit(main(sys.argv[1:]))"
    environment = os.environ | {"PYTHONPATH": str(Path(gidisc.__file__).parents[1])}
    line = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(line, stdout=write_end, stderr=subprocess.PIPE, env=environment, check=False, timeout=120)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extra_it_says_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    def no_app(*_: object, **__: object) -> object:
        raise ModuleNotFoundError(f"No module named {missing!r}", name=missing)

    monkeypatch.setattr("builtins.__import__", no_app)
    status = cli.main(["show", str(EXAMPLE)])
    monkeypatch.undo()
    assert status == 2
    assert "pip install 'gidisc[cli]'" in capfd.readouterr().err


def test_a_missing_module_of_ours_is_not_taken_for_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gidisc.cli.app", None)
    with pytest.raises(ModuleNotFoundError):
        cli.main(["show", str(EXAMPLE)])


def test_the_extra_is_named_by_a_process_that_lacks_it() -> None:
    code = "import sys; sys.modules['click'] = None; from gidisc.cli import main; sys.exit(main(['--help']))"
    environment = os.environ | {"PYTHONPATH": str(Path(gidisc.__file__).parents[1])}
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, capture_output=True, env=environment, check=False, timeout=120)
    assert done.returncode == 2
    assert done.stderr.startswith(b"gidisc: the command line needs click; install it with: pip install 'gidisc[cli]'\n")


# What each prints.


def test_one_report_is_json_on_indented_lines(capfd: Capture) -> None:
    assert cli.main(["parse", str(EXAMPLE)]) == 0
    assert capfd.readouterr() == (gidisc.to_json(gidisc.read(EXAMPLE), indent=2) + "\n", "")


def test_several_reports_are_a_line_each_and_a_bad_one_does_not_stop_the_others(refused: Path, capfd: Capture) -> None:
    assert cli.main(["parse", str(EXAMPLE), "nowhere.txt", str(refused)]) == 2
    printed = capfd.readouterr()
    assert [json.loads(line)["name"] for line in printed.out.splitlines()] == [str(EXAMPLE), str(refused)]
    assert "nowhere.txt: No such file or directory\n" in printed.err
    assert cli.main(["parse", str(EXAMPLE), str(refused)]) == 1


def test_normalize_prints_the_canonical_layout(capfd: Capture) -> None:
    assert cli.main(["normalize", str(EXAMPLE)]) == 0
    assert capfd.readouterr() == (gidisc.normalize(EXAMPLE.read_text("utf-8")).text, "")


def test_diagnostics_are_printed_with_the_place_marked(refused: Path, capfd: Capture) -> None:
    assert cli.main(["parse", str(refused)]) == 1
    first, line, mark = capfd.readouterr().err.splitlines()[:3]
    assert first == (
        f"{refused}:3:18: error: the text does not settle which cells of 一、本年新收政府信息公开申请数量 hold 1 2 3; "
        "look at the original page [cell-refused]"
    )
    assert line == "    一、本年新收政府信息公开申请数量 1 2 3"
    assert mark == " " * cell_len(line[: line.index("1 2 3")]) + "^"


def test_diagnostics_speak_chinese(refused: Path, capfd: Capture) -> None:
    assert cli.main(["parse", "--lang", "zh", str(refused)]) == 1
    errors = capfd.readouterr().err
    assert ":3:18: 错误: 文本无法确定“一、本年新收政府信息公开申请数量”一行中1 2 3属于哪些单元格" in errors
    assert ": 警告: 未找到第2部分的标题（主动公开政府信息情况） [section-missing]\n" in errors


# What show prints.


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of one width, wherever the tests run."""
    monkeypatch.setenv("COLUMNS", "100")


def shown(text: str, tmp_path: Path, capfd: Capture, *options: str) -> list[str]:
    file = tmp_path / "report.txt"
    file.write_text(text, "utf-8")
    cli.main(["show", *options, str(file)])
    printed = capfd.readouterr()
    assert printed.err == ""
    return printed.out.splitlines()


def test_the_outline_and_the_facts(capfd: Capture) -> None:
    assert cli.main(["show", str(FORM_2019)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[:2] == [
        "苔原市河汊区测绘院2020年政府信息公开工作年度报告",
        "苔原市河汊区测绘院 · 2020 · form of 2019",
    ]
    assert [line for line in lines if re.match("[一二三四五六]、.*(情况|事项)$", line)] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert "  （一）把好入口，分清责任。" in lines


def test_facts_that_the_text_does_not_settle(tmp_path: Path, capfd: Capture) -> None:
    lines = shown(REFUSED, tmp_path, capfd)
    assert lines[:2] == ["(no title)", "office not settled · year not settled · edition not settled"]
    assert shown(REFUSED, tmp_path, capfd, "--lang", "zh")[:2] == [
        "（无标题）",
        "机关未认定 · 年度未认定 · 格式版本未认定",
    ]


CANONICAL = """\
%gidisc 1
## 三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计
| 一、本年新收政府信息公开申请数量 | 12345678 | 0 | | / | ? | 5 6 | _
"""


@pytest.mark.parametrize("width", ["60", "80", "120", "7"])
def test_cells_are_aligned_and_told_apart(
    width: str, tmp_path: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    lines = shown(CANONICAL, tmp_path, capfd)
    row = next(line for line in lines if "12345678" in line and "hold" not in line)
    assert row.split()[-8:] == ["12345678", "0", "·", "/", "?", "!5", "6", "_"]
    head = next(line for line in lines if line.endswith("总计"))
    assert cell_len(head) == cell_len(row)
    assert all(cell_len(line) <= max(int(width), 80) for line in lines)
    legend = dict(line.split("  ", 1) for line in lines if re.match(r"[·/!?_]  ", line))
    assert legend == {
        sign: WORDS["en"].statuses[status]
        for sign, status in (
            ("·", Status.BLANK),
            ("/", Status.MARK),
            ("!", Status.NOT_A_NUMBER),
            ("?", Status.REFUSED),
            ("_", Status.ABSENT),
        )
    }


@pytest.mark.parametrize(("width", "folded"), [("70", False), ("60", True)])
def test_heads_stand_on_one_line_where_there_is_room(
    width: str, folded: bool, tmp_path: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    text = (
        "%gidisc 1\n## 四、政府信息公开行政复议、行政诉讼情况\n"
        "| 案件 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计\n"
        "| 行政诉讼\n| 复议后起诉 | 1 | 0 | 0 | 0 | 12\n"
    )
    head = next(line for line in shown(text, tmp_path, capfd) if line.endswith("总计"))
    assert ("结果维持" in head) is not folded


def test_a_row_whose_columns_are_unknown_is_shown_by_its_label(tmp_path: Path, capfd: Capture) -> None:
    lines = shown("%gidisc 1\n## 二、主动公开政府信息情况\n| 第二十条第（一）项\n| 规章 | 1\n", tmp_path, capfd)
    label = lines.index("  规章")
    assert "[columns-unknown]" in "".join(lines[label:])


def test_a_table_without_its_section_stands_at_the_end(tmp_path: Path, capfd: Capture) -> None:
    lines = shown(CANONICAL.replace("## 三、收到和处理政府信息公开申请情况", "## 一、总体情况"), tmp_path, capfd)
    assert lines.index("一、总体情况") < next(at for at, line in enumerate(lines) if line.startswith("一、本年新收"))


def test_an_inferred_value_stands_in_brackets() -> None:
    cell = Cell(table="requests", row="received", column="total", path="一", value=7, status=Status.INFERRED)
    assert shown_value(cell) == "(7)"


def test_no_two_statuses_look_the_same() -> None:
    marks = {"/", "-", "—", "\\", "~", "×", "无"}
    assert not marks & set(SIGNS.values())
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_diagnostics_stand_under_the_lines_they_speak_of(tmp_path: Path, capfd: Capture) -> None:
    lines = shown(CANONICAL, tmp_path, capfd)
    row = next(at for at, line in enumerate(lines) if "12345678" in line)
    assert lines[row + 1].startswith("^ ")
    under = "\n".join(lines[row : row + 8])
    assert "[not-a-number]" in under
    assert "[cell-refused]" in under


def test_a_diagnostic_of_a_heading_stands_under_it(tmp_path: Path, capfd: Capture) -> None:
    lines = shown(REFUSED, tmp_path, capfd)
    heading = lines.index("总体情况")
    assert lines[heading + 1].startswith("^ info line 1, column 1: the heading of section 1 ")
    row = next(at for at, line in enumerate(lines) if line.startswith("一、本年新收"))
    assert lines[row + 1].startswith("^ error line 3, column 18: ")


def test_what_speaks_of_no_line_stands_at_the_end(tmp_path: Path, capfd: Capture) -> None:
    lines = shown(REFUSED, tmp_path, capfd)
    assert "^ info the file was read as UTF-8 [encoding]" in lines
    assert lines.index("^ info the file was read as UTF-8 [encoding]") > lines.index("收到和处理政府信息公开申请情况")
    assert re.fullmatch(r"error: 1  warning: \d  info: 3", lines[-1])


def test_a_diagnostic_beside_every_node_stands_under_the_last_one_before(tmp_path: Path, capfd: Capture) -> None:
    lines = shown("%gidisc 1\n? 甲 1 2\n## 一、总体情况\n全年平稳。\n? 1 2 3\n", tmp_path, capfd)
    prose = lines.index("  全年平稳。")
    assert lines[prose + 1].startswith("  ^ warning line 5, column 3: 1 2 3 was not understood")
    assert any(line.startswith("^ warning line 2, column 3: 甲 1 2 was not") for line in lines[prose + 2 :])


def test_amounts_show_their_unit_and_sums_of_sections_their_editions(capfd: Capture) -> None:
    assert cli.main(["show", str(FORM_2019)]) == 0
    out = capfd.readouterr().out
    assert "61.3052" in out
    assert any(line.endswith("  （万元）") for line in out.splitlines())
    assert "其他对外管理服务事项" in out


def test_the_characters_that_steer_a_terminal_are_not_printed(tmp_path: Path, capfd: Capture) -> None:
    text = REFUSED.replace("总体情况\n", "总体情况\n\x1b[31m红\u202e色\x07 的字\n").replace("1 2 3", "1 \x1b[2J2 3")
    out = "\n".join(shown(text, tmp_path, capfd))
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "红色 的字" in out.replace("[31m", "")


def test_long_prose_is_cut_to_the_width(tmp_path: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = shown("一、总体情况\n" + "全年公开信息。" * 40 + "\n六、其他需要报告的事项\n无。\n", tmp_path, capfd)
    prose = next(line for line in lines if "全年公开" in line)
    assert prose.endswith("…")
    assert cell_len(prose) <= 60


class Terminal(io.StringIO):
    """A terminal that shows GB2312 alone."""

    encoding = "gb2312"

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_written_in_its_own_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    streams.write_output("总计 \U00020000\n")
    assert terminal.getvalue() == "总计 \\U00020000\n"


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch, refused: Path) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert cli.main(["show", str(refused)]) == 1
    assert "\x1b[" in terminal.getvalue()


def test_the_words_are_complete() -> None:
    for language in LANGUAGES:
        words = WORDS[language]
        assert set(words.severities) == set(Severity)
        assert set(words.editions) == set(Edition)
        assert set(words.statuses) == set(Status) - {Status.READ}


def test_the_group_knows_its_commands_only() -> None:
    context = click.Context(group)
    assert group.get_command(context, "show") is not None
    assert group.get_command(context, "__init__") is None

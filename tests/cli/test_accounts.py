"""Files or the record: what a command lists from."""

import pytest

FACTS = ("--published", "2021-08-26", "--outlet", "Harbour Wire")


@pytest.mark.parametrize("command", ["what", "pledges"])
@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_files_that_are_read_list_the_same_as_the_record(sayso, told, karsk, command, form):
    read = sayso(command, karsk, *FACTS, "-f", form)
    assert (read.exit_code, read.stderr) == (0, "")
    assert read.stdout == sayso(command, "-f", form).stdout
    assert "Karsk" in read.stdout or "gates" in read.stdout


@pytest.mark.parametrize("command", ["what", "pledges"])
def test_files_and_a_record_are_wrong_usage(sayso, told, karsk, command):
    ran = sayso(command, karsk, "--record", told)
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert "Give files or a record." in ran.stderr


def test_record_of_the_environment_does_not_hinder_files(sayso, karsk, monkeypatch):
    monkeypatch.setenv("SAYSO_RECORD", "nowhere.sayso")
    assert sayso("what", karsk).exit_code == 0
    assert "nowhere.sayso" in sayso("what").stderr


@pytest.mark.parametrize("option", [("--published", "2021"), ("--outlet", "X"), ("--workers", "2")])
def test_how_to_read_files_without_files_is_wrong_usage(sayso, told, option):
    ran = sayso("what", *option)
    assert (ran.exit_code, ran.stderr) == (2, f"sayso: {option[0]} says how to read files, and no file is given. "
                                              "Give one.\n")  # fmt: skip


def test_file_that_is_not_there_is_left_out_and_named(sayso, karsk):
    ran = sayso("pledges", karsk, "missing.txt")
    assert ran.exit_code == 3
    assert "left out missing.txt" in ran.stderr
    assert "promises" in ran.stdout


@pytest.mark.parametrize("command", ["what", "pledges"])
def test_record_that_is_not_there_is_a_failure_in_one_line(sayso, command):
    ran = sayso(command)
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)
    assert "record.sayso" in ran.stderr

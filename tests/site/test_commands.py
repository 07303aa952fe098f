"""What script/server and script/test say when something is missing, in a copy without network or packages."""

import os
import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "cat", "cksum", "date", "dirname", "env", "find", "grep", "id", "ln", "ls", "mkdir", "mv", "readlink")
TOOLS += ("rm", "sed", "sleep", "sort", "tail", "uname", "touch", "kill")


class Checkout:
    """A copy of the scripts in a directory of its own, on a machine that has only what is put into its PATH."""

    def __init__(self, directory):
        self.root = directory / "a clone"
        self.bin = directory / "bin"
        self.bin.mkdir()
        shutil.copytree(ROOT / "script", self.root / "script")
        shutil.copytree(ROOT / "requirements", self.root / "requirements")
        for tool in TOOLS:
            if found := shutil.which(tool):
                (self.bin / tool).symlink_to(found)

    def program(self, name, text):
        """Puts a shell script of that name into the PATH."""
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def python(self, name="python3"):
        """The Python that runs the tests, with no package index within reach."""
        self.program(name, f'exec "{sys.executable}" "$@"')

    def run(self, command="server", **environment):
        return subprocess.run(
            ["/bin/sh", self.root / "script" / command],
            cwd=self.bin,
            env={"PATH": str(self.bin), "HOME": str(self.root)} | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def complaint(self, command="server", **environment):
        """The one line with which the command gives up."""
        done = self.run(command, **environment)
        assert done.returncode == 1
        assert done.stdout == ""
        (line,) = done.stderr.splitlines()
        return line


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path)


@pytest.mark.parametrize("command", ["server", "test"])
def test_without_python_the_wanted_version_is_named(checkout, command):
    assert checkout.complaint(command).startswith(f"{command}: Python 3.11 or newer is needed: install it")


def test_a_python_that_is_too_old_is_named(checkout):
    checkout.program("python3", 'case "$2" in *print*) echo 3.9.2 ;; *) exit 1 ;; esac')

    assert checkout.complaint().startswith("server: Python 3.11 or newer is needed, and python3 is 3.9.2: install it")


def test_a_python_without_venv_names_the_package_to_install(checkout):
    checkout.program("python3", 'case "$2" in *print*) echo 3.12.1 ;; *venv*) exit 1 ;; esac')

    assert "python3 (3.12.1) cannot make virtual environments" in checkout.complaint()
    assert "apt-get install python3-venv" in checkout.complaint()


@pytest.mark.parametrize("port", ["http", "80 80", "-1", "0", "65536", "99999999999999999999"])
def test_a_port_that_is_none_is_refused(checkout, port):
    checkout.python()

    assert checkout.complaint(PORT=port) == f"server: PORT is '{port}'; it is a number from 1 to 65535"


def test_a_port_that_is_taken_is_told_before_anything_is_installed(checkout):
    checkout.python()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert checkout.complaint(PORT=str(port)).startswith(f"server: port {port} on 127.0.0.1 is taken")
    assert not (checkout.root / ".venv").exists()


def test_an_address_of_another_machine_is_refused(checkout):
    checkout.python()

    line = checkout.complaint(HOST="192.0.2.1", PORT="8119")

    assert line == "server: HOST is '192.0.2.1', and this machine has no such address"


def test_a_directory_that_cannot_be_written_is_named(checkout):
    checkout.python()
    (checkout.root / "var").write_text("not a directory")

    assert checkout.complaint().startswith(f"server: cannot write to {checkout.root}/var")


def test_something_else_in_place_of_the_environment_is_not_removed(checkout):
    checkout.python()
    (checkout.root / ".venv").mkdir()
    (checkout.root / ".venv" / "mine").touch()

    assert "is not a virtual environment" in checkout.complaint("test")
    assert (checkout.root / ".venv" / "mine").exists()


def without_network(checkout):
    """Makes environments whose pip finds no index."""
    script = 'mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && exit'
    (checkout.bin / "cp").symlink_to(shutil.which("cp"))
    checkout.program(
        "python3",
        'case "$1 $2" in\n'
        f'  "-m venv") {script} ;;\n'
        '  "-m pip") echo "Failed to establish a new connection: Temporary failure in name resolution"; exit 1 ;;\n'
        "  *print*) echo 3.12.1 ;;\n"
        "esac",
    )


def test_without_network_the_missing_packages_are_told_and_nothing_half_made_stays(checkout):
    without_network(checkout)

    done = checkout.run("test")

    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("test: the packages of requirements/test.txt could not be downloaded: no connection")
    assert not (checkout.root / ".venv").exists()


def test_an_interrupted_installation_is_made_anew(checkout):
    without_network(checkout)
    (checkout.root / ".venv").mkdir()
    (checkout.root / ".venv" / "unfinished").touch()
    (checkout.root / ".venv" / "half").touch()

    done = checkout.run("test")

    assert done.stderr.startswith("An earlier installation was interrupted: .venv is made anew.")
    assert not (checkout.root / ".venv").exists()


def test_a_lock_left_by_a_process_that_is_gone_does_not_stop_the_next(checkout):
    (checkout.root / "var").mkdir()
    gone = subprocess.Popen(["/bin/sh", "-c", "exit"])
    gone.wait()
    (checkout.root / "var" / ".setup").symlink_to(str(gone.pid))

    assert "Python 3.11 or newer is needed" in checkout.complaint()
    assert not os.path.lexists(checkout.root / "var" / ".setup")

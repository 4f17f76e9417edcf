from __future__ import annotations

from pathlib import Path

import pytest

from hipstretch import paths

HOME = Path("/home/ada")


@pytest.fixture
def _home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person without any of the variables that move folders."""
    for name in ("HIPSTRETCH_HOME", "XDG_DATA_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: HOME)


@pytest.mark.parametrize("name", ["routines", "assets"])
def test_the_checkout_has_its_data(name: str) -> None:
    """Beside the package, as in an editable install."""
    assert paths.bundled(name) == Path(__file__).parents[1] / name


def test_a_wheel_has_its_data_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It wins over a folder of that name that happens to lie beside the package."""
    package = tmp_path / "hipstretch"
    (package / "_data" / "routines").mkdir(parents=True)
    (tmp_path / "routines").mkdir()
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.bundled("routines") == package / "_data" / "routines"


@pytest.mark.parametrize("beside", [[], ["routines"]])
def test_a_folder_of_somebody_else_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: list[str]
) -> None:
    """Without a pyproject.toml a folder in site-packages is not ours."""
    for name in beside:
        (tmp_path / name).mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "hipstretch")
    with pytest.raises(FileNotFoundError, match="routines is missing"):
        paths.bundled("routines")


@pytest.mark.usefixtures("_home")
@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {}, HOME / ".local/share/hipstretch"),
        ("linux", {"XDG_DATA_HOME": "/data"}, Path("/data/hipstretch")),
        ("linux", {"XDG_DATA_HOME": ""}, HOME / ".local/share/hipstretch"),
        ("darwin", {}, HOME / "Library/Application Support/HipStretch"),
        ("win32", {}, HOME / "AppData/Roaming/HipStretch"),
        ("win32", {"APPDATA": "/roaming"}, Path("/roaming/HipStretch")),
        ("linux", {"HIPSTRETCH_HOME": "/chosen"}, Path("/chosen")),
        ("win32", {"HIPSTRETCH_HOME": "/chosen", "APPDATA": "/roaming"}, Path("/chosen")),
    ],
)
def test_the_persons_own_folder(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], folder: Path
) -> None:
    """Where each system keeps such things, or where the person says."""
    monkeypatch.setattr("sys.platform", platform)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert paths.own_folder() == folder

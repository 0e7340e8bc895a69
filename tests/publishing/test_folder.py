"""A publication is renewed whole or not at all, and what did not change is not touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.errors import UsageError
from grafo.publishing import PublishOptions
from grafo.publishing.folder import LIST, PublicationFolder
from grafo.readers import Limits
from tests.exports.given import Given
from tests.exports.rdf_given import EDGES, NODES
from tests.publishing.published import BASE, everything, published


def _files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_second_publication_of_the_same_keeps_bytes_and_times(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    first = published(everything(), folder)
    before = _files(folder)
    second = published(everything(), folder)
    after = _files(folder)
    assert second.unchanged == second.files == first.files
    del before[LIST], after[LIST]
    assert after == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_publications_of_equal_graphs_are_equal(tmp_path: Path) -> None:
    published(everything(), tmp_path / "one")
    published(everything(), tmp_path / "two")
    one, two = ({n: b for n, (b, _) in _files(tmp_path / n).items()} for n in ("one", "two"))
    assert one == two


def test_only_what_changed_is_written_anew(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    published(everything(), folder)
    before = _files(folder)
    renamed = [
        (type_, {**p, "name_es": "Kioto, la antigua"} if p["id"] == "gn-1" else p)
        for type_, p in NODES
    ]
    published(Given(renamed, EDGES), folder)
    after = _files(folder)
    changed = {name for name in after if after[name] != before.get(name)}
    assert "government/gn-1/index.html" in changed
    assert "government/mx-14/index.html" in changed  # it names its twin
    assert "country/MX/index.html" not in changed
    assert "assets/style.css" not in changed


def test_what_is_gone_leaves_a_page_that_says_so_for_good(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    published(everything(), folder)
    left = [(t, p) for t, p in NODES if p["id"] != "ag-2"]
    edges = [edge for edge in EDGES if "ag-2" not in edge[2:5]]
    assert published(Given(left, edges), folder).retired == 2  # it, and the row that told it
    page = folder / "agreement/ag-2/index.html"
    assert "Retirado" in page.read_text(encoding="utf-8")
    assert "owl#deprecated" in page.read_text(encoding="utf-8")
    assert published(Given(left, edges), folder).retired == 2  # it, and the row that told it
    assert page.is_file()
    assert published(everything(), folder).retired == 0
    assert "Retirado" not in page.read_text(encoding="utf-8")


def test_a_folder_of_others_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="no publication"):
        published(everything(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    folder = tmp_path / "site"
    published(everything(), folder)
    (folder / "notes.txt").write_text("mine")
    before = _files(folder)
    with pytest.raises(UsageError, match="notes"):
        published(everything(), folder)
    assert _files(folder) == before
    with pytest.raises(UsageError):
        published(everything(), tmp_path / "mine.txt")


def test_a_failure_half_way_leaves_the_old_publication(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    published(everything(), folder)
    before = _files(folder)
    written = 0
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        nonlocal written
        written += 1
        if written > 3:
            raise OSError(28, "No space left on device")
        return real(self, data)

    renamed = [(t, {**p, "name_es": "Otro"} if "name_es" in p else p) for t, p in NODES]
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError, match="No space left"):
        published(Given(renamed, EDGES), folder)
    monkeypatch.undo()
    assert _files(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("failing", ["taking the old away", "putting the new in its place"])
def test_a_failure_at_the_very_end_leaves_the_old_publication(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    published(everything(), folder)
    before = _files(folder)
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if failing.startswith("taking") and self == folder:
            raise OSError(16, "Device or resource busy")
        return real(self, target)

    def rename(self: Path, target: Path) -> Path:
        raise OSError(16, "Device or resource busy", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(UsageError, match="busy"):
        published(everything(), folder)
    monkeypatch.undo()
    assert _files(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_may_be_larger_than_what_grafo_reads(tmp_path: Path) -> None:
    size = Limits().max_bytes + 1
    for _ in range(2):
        with PublicationFolder(tmp_path / "site") as site:
            with (site.stage / "large").open("wb") as file:
                file.truncate(size)
            site.adopt("large")
            site.commit({})
    assert site.kept == 1
    assert (tmp_path / "site" / "large").stat().st_size == size


def test_the_folder_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    published(everything(), tmp_path / "site")
    assert (tmp_path / "site").stat().st_mode & 0o555 == 0o555


def test_a_file_that_someone_changed_is_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with PublicationFolder(folder) as site:
        site.write("a.txt", "one")
        site.commit({})
    (folder / "a.txt").write_text("two")
    with PublicationFolder(folder) as site:
        site.write("a.txt", "one")
        site.commit({})
        assert site.kept == 0
    assert (folder / "a.txt").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    "base",
    ["", "data.example.org", "ftp://x.org/", "https://x.org", "https://x.org/#", "https:///"],
)
def test_a_base_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(UsageError):
        PublishOptions(base)


@pytest.mark.parametrize("contact", ["", "nobody", "javascript:alert(1)", "a b@c.mx"])
def test_a_contact_that_is_none_is_refused(contact: str) -> None:
    with pytest.raises(UsageError):
        PublishOptions(BASE, contact=contact)


def test_a_source_without_a_licence_is_not_published(tmp_path: Path) -> None:
    unknown = [(t, {**p, "licence": "unknown"} if t == "Source" else p) for t, p in NODES]
    with pytest.raises(UsageError) as refused:
        published(Given(unknown, EDGES), tmp_path / "site")
    assert "registro" in refused.value.message
    assert "licence:" in (refused.value.hint or "")
    assert not (tmp_path / "site").exists()


def test_an_empty_graph_is_a_small_publication(tmp_path: Path) -> None:
    found = published(Given([], []), tmp_path / "site")
    assert found.retired == 0
    assert (tmp_path / "site/index.html").is_file()
    assert (tmp_path / "site/catalog.ttl").is_file()

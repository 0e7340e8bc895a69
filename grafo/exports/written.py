"""Writing an export so that a reader never meets half of one."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from grafo.errors import UsageError
from grafo.exports.registry import Export, ExportOptions
from grafo.exports.source import ExportSource
from grafo.files import not_written
from grafo.language import say


def write_export(form: Export, source: ExportSource, output: Path, options: ExportOptions) -> None:
    """Write the graph in a format; what was at `output` stays until all of the new is there.

    A folder that exists is taken only when it is empty: grafo deletes no files of others.

    Raises:
        UsageError: it cannot be written there, or the folder has files.
    """
    if form.is_folder and output.is_dir() and any(output.iterdir()):
        raise UsageError(
            say(f"la carpeta {output} no está vacía", f"the folder {output} is not empty"),
            hint=say("Diga una carpeta nueva.", "Name a new folder."),
        )
    if not form.is_folder and output.is_dir():
        raise UsageError(
            say(f"{output} es una carpeta, no un archivo", f"{output} is a folder, not a file"),
            hint=say(f"Diga un archivo {form.suffix}.", f"Name a {form.suffix} file."),
        )
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=output.parent, prefix=f".{output.name}.") as beside:
            written = Path(beside) / "written"
            if form.is_folder:
                written.mkdir()
            form.write(source, written, options)
            if form.is_folder:
                if output.is_dir():
                    output.rmdir()
            else:  # on the disk before it takes the place of another
                with written.open("rb") as file:
                    os.fsync(file.fileno())
            shutil.move(written, output)
    except OSError as error:
        raise not_written(output, error) from error

"""Packs the client by itself, so that installing it needs no network: a build backend of the standard library (PEP 517)."""

from __future__ import annotations

import base64
import hashlib
import io
import runpy
import tarfile
import zipfile
from pathlib import Path
from typing import Any, Dict, Iterator, Mapping, Optional, Tuple

name = "portico-client"
module = "portico_client"
root = Path(__file__).resolve().parent.parent
version: str = runpy.run_path(str(root / "src" / module / "version.py"))["__version__"]
settled = (2020, 1, 1, 0, 0, 0)
"""The time of every packed file: the same sources give the same bytes."""

metadata = f"""Metadata-Version: 2.1
Name: {name}
Version: {version}
Summary: A typed client of the Portico API
Requires-Python: >=3.9
License: MIT
Classifier: Typing :: Typed
Description-Content-Type: text/markdown

"""
wheel_facts = "Wheel-Version: 1.0\nGenerator: packing\nRoot-Is-Purelib: true\nTag: py3-none-any\n"

Settings = Optional[Mapping[str, Any]]


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: Optional[str] = None) -> str:
    """Writes a wheel; answers its name."""
    del config_settings, metadata_directory
    facts = f"{module}-{version}.dist-info"
    files: Dict[str, bytes] = dict(_sources(root / "src"))
    files[f"{facts}/METADATA"] = _metadata()
    files[f"{facts}/WHEEL"] = wheel_facts.encode()
    record = "".join(f"{path},sha256={_digest(content)},{len(content)}\n" for path, content in files.items())
    files[f"{facts}/RECORD"] = f"{record}{facts}/RECORD,,\n".encode()
    file_name = f"{module}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory) / file_name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path, settled), content, zipfile.ZIP_DEFLATED)
    return file_name


def build_sdist(sdist_directory: str, config_settings: Settings = None) -> str:
    """Writes an archive of the sources; answers its name."""
    del config_settings
    stem = f"{module}-{version}"
    files: Dict[str, bytes] = {path: (root / path).read_bytes() for path in ("pyproject.toml", "README.md")}
    files["PKG-INFO"] = _metadata()
    files["packing/packing.py"] = Path(__file__).read_bytes()
    files.update((f"src/{path}", content) for path, content in _sources(root / "src"))
    with tarfile.open(Path(sdist_directory) / f"{stem}.tar.gz", "w:gz", format=tarfile.PAX_FORMAT) as archive:
        for path, content in files.items():
            entry = tarfile.TarInfo(f"{stem}/{path}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return f"{stem}.tar.gz"


def _metadata() -> bytes:
    return metadata.encode() + (root / "README.md").read_bytes()


def _sources(folder: Path) -> Iterator[Tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and not path.name.endswith(".pyc"):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()

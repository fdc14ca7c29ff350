"""Who may use whom: a room imports those above it, never those below, and no modules stand in a circle."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Each uses those before it only; the nameless one is the front door.
ROOMS = [
    *(
        "errors",
        "ids",
        "program",
        "interrupts",
        "files",
        "processes",
        "model",
        "language",
        "wording",
        "pull",
        "segment",
        "mentions",
        "relate",
        "values",
        "decisions",
    ),
    *("check", "write", "export", "run", "known_figures", "", "diff", "review", "cli"),
]


@cache
def imported() -> dict[str, set[str]]:
    """The modules that each module imports, also within functions."""
    paths = {_name(path): path for path in ROOT.joinpath("pipeline").rglob("*.py")}
    uses: dict[str, set[str]] = {}
    for name, path in paths.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
        named = {(node.module, alias.name) for node in nodes for alias in node.names}
        uses[name] = {f"{module}.{leaf}" if f"{module}.{leaf}" in paths else module for module, leaf in named}
        uses[name] = {module for module in uses[name] if module in paths and module != name}
    return uses


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _room(module: str) -> int:
    return ROOMS.index(module.partition(".")[2].split(".")[0])


def test_a_room_uses_those_above_it_only() -> None:
    uses = {name: used for name, used in imported().items() if name not in {"pipeline", "pipeline.__main__"}}
    below = {f"{name} uses {module}" for name, used in uses.items() for module in used if _room(module) > _room(name)}
    assert below == set()


def test_no_modules_stand_in_a_circle() -> None:
    TopologicalSorter(imported()).prepare()  # raises CycleError, which names them

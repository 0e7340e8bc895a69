"""Drafting a loader file from a register: profile its columns, guess its fields, write them."""

from grafo.loading.draft.write import draft_loader, loader_name

__all__ = ["draft_loader", "loader_name"]

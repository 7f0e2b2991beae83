from gbvcase.vault.release_lines import add_lines, read_lines
from gbvcase.vault.vault import Vault

LINES = [{"plan": "incidents", "cells": {"a": 5}}, {"plan": "incidents", "note": "bổ sung"}]


def test_the_ledger_only_grows_and_keeps_its_order(vault: Vault) -> None:
    with vault.begin() as db:
        assert read_lines(db) == []
        add_lines(db, LINES)
        add_lines(db, LINES[:1])
    with vault.begin() as db:
        assert read_lines(db) == [*LINES, LINES[0]]

"""Bytes for somebody: one spelling of JSON, keys behind a password or a number on paper."""

"""Findings for people and other programs, one file a format: page (HTML), table (CSV), lines (JSON)."""

"""Bytes to reports: text, HTML, JSON lines, folders, standard input and URLs."""

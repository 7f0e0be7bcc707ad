"""Factuality: how sure a holder is that something is so, who the holders are, and on what ground."""

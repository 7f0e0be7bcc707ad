"""Tests of the parts that find figures."""

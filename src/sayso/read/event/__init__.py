"""Event: triggers, their modes, and what fills their slots; the parts of the stage ``read/events.py``."""

"""The encoder: one small network that passes over a report once, with a head for each skill."""

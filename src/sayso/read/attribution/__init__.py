"""The parts of the attributions stage: quotations, constructions, sources, extents and joining."""

"""The parts of the places stage: what may be a toponym, the evidence for it, and which place it means."""

"""The parts of reading figures: number expressions, what they count, what became of it, and whose event it is."""

"""The parts of the parties stage: names, descriptions, kinds, roles, ties and coreference in the report."""

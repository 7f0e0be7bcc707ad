"""How well sayso reads: scores of its findings against what people marked, one file a skill."""

"""Speed, memory and start-up of sayso beside spaCy's own pipeline, in one run on one machine."""

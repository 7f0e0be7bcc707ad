"""Trains the layers and heads of events, which go on from the reader's encoder."""

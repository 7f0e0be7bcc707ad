"""Trains the reader's network: the encoder, its heads and the link head."""

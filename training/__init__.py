"""How the weights and tables were made from corpora: nothing here is imported by sayso."""

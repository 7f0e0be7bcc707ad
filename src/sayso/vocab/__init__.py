"""The fixed lists: data files that a non-programmer can read, and what loads them."""

"""Compare: the same matter? agree, contradict, figures, shifts, who reported first."""

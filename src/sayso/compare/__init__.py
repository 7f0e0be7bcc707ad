"""Compare: the same matter? agree, contradict, figures, shifts, who reported first."""

from sayso.compare.matters import matters

__all__ = ["matters"]

"""How good the reader is: scores per skill, the floors below which none may fall, and the gate that compares them."""

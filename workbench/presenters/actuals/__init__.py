"""What really was, held against the plan: tables to type into, and what follows from them."""

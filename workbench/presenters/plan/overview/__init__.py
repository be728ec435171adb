"""The board of the plan: levers, what moves the goal, how likely it is, whom to hire, months."""

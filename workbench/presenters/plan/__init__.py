"""What the plan is about now, and the places in it that calculate: levers, risk, people, pay."""

"""The people of the plan: whom to hire, what they can deliver, what a unit and a customer cost."""

"""The Roles place: who answers for what, with which weight, and what a role is like."""

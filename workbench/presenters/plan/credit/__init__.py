"""Credit: journeys to closed deals, their revenue shared over touches, what that asks of KPIs."""

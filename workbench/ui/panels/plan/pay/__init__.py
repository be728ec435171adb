"""The Pay tab of the plan."""

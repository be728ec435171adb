"""The Pay tab of the plan: what people earn, and what the department is paid."""

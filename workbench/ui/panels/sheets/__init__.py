"""The export: what the client gets, seen before it is sent."""

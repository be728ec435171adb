"""The window: Qt, and only Qt; widgets show and tell, presenters decide."""

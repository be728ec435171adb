"""Where a project begins: templates and recent projects."""

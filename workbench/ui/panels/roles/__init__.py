"""The Roles place: the matrix, the role cards, and the inspectors of a role and of a KPI."""

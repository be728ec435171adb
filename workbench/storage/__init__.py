"""Project files, recovery files, locks, settings and templates: everything kept on a disk."""

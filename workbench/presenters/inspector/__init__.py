"""The inspector: everything about the selected thing as rows, and the wishes that change it."""

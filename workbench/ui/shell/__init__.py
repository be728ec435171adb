"""The frame of the window: header, rail, status bar, menus, command palette, notices."""

"""What the consultant designs, as frozen values, and the edits that make the next one."""

"""What a person does with the mouse, one object a gesture: preview, then finish or cancel."""

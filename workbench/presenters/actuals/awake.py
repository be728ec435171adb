"""What every tab of the actuals does alike: it follows the plan while it can be seen."""

from __future__ import annotations

from workbench.presenters.plan.choice import Choice


class Awake:
    """Shows what there is when its tab comes to sight, and again when the plan has changed."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._visible = False
        choice.changed.connect(self._refresh)

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the project."""
        self._visible = visible
        self._refresh()

    def _refresh(self) -> None:
        if self._visible:
            self._show()

    def _show(self) -> None:
        """Show everything anew; somebody looks."""
        raise NotImplementedError

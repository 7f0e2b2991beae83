"""What stands before the window: asked by its keys, closed when nobody is there to answer."""

from PySide6.QtWidgets import QApplication, QPushButton, QWidget


def act_before(widget: QWidget, name: str) -> None:
    """Do what a key asks of a dialog, or of what stands there while no cabinet is open."""
    act = getattr(widget, "act", None)
    if act is not None and act(name):
        return
    for one in widget.findChildren(QPushButton):
        is_main = one.property("kind") == "main" and one.isVisible() and one.isEnabled()
        if name == "main" and is_main:
            one.click()
            return


def close_dialogs() -> None:
    """Close whatever stands before the window: nobody is there to answer it."""
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
        dialog.deleteLater()
        if QApplication.activeModalWidget() is dialog:
            return
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()

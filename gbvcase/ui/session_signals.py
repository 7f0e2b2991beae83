"""Listens to what the system says of the session - locked, left, asleep - and to one hot key."""

import contextlib
import ctypes
import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

WM_QUERYENDSESSION, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WM_HOTKEY = 0x11, 0x218, 0x2B1, 0x312
PBT_APMSUSPEND = 4
LEFT = frozenset({2, 4, 6, 7})  # console or remote disconnect, log-off, lock
MOD_CONTROL, MOD_NOREPEAT = 0x0002, 0x4000
VK_F1, VK_PAUSE = 0x70, 0x13
HOT_KEY = 1

SLEEP = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver")


class SessionSignals(QObject):
    """Tells when nobody sits here any more, and when the hot key asks to hide everything."""

    left = Signal()
    hide_wanted = Signal()

    def __init__(self, parent: QObject | None = None, hide_key: str = "F12") -> None:
        super().__init__(parent)
        self._hide_key, self._window = hide_key, 0
        self._filter: _WindowsFilter | None = None
        self._buses: list[Any] = []

    def listen(self, window: int) -> None:
        """Begin to listen; a system that offers nothing is no reason to stop."""
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state)
            app.commitDataRequest.connect(lambda _manager: self.left.emit())
        if sys.platform == "win32":
            self._filter = _WindowsFilter(self)
            if app is not None:
                app.installNativeEventFilter(self._filter)
            _register(window)
            _register_key(window, self._hide_key)
        elif sys.platform.startswith("linux"):
            self._listen_to_buses()

    def take_key(self, hide_key: str) -> None:
        """Listen for another key that hides everything."""
        self._hide_key = hide_key
        if sys.platform == "win32" and self._window:
            _register_key(self._window, hide_key)

    @Slot(bool)
    def told(self, yes: bool) -> None:
        """Hear that the computer is about to sleep, or that its screen was covered."""
        if yes:
            self.left.emit()

    @Slot()
    def told_to_lock(self) -> None:
        """Hear that the session is being locked."""
        self.left.emit()

    def hear_windows(self, message: int, word: int) -> None:
        """Hear a message of Windows: which one, and its first parameter."""
        if message == WM_HOTKEY and word == HOT_KEY:
            self.hide_wanted.emit()
        elif (
            (message == WM_WTSSESSION_CHANGE and word in LEFT)
            or (message == WM_POWERBROADCAST and word == PBT_APMSUSPEND)
            or message == WM_QUERYENDSESSION
        ):
            self.left.emit()

    def _state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.left.emit()

    def _listen_to_buses(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        self._buses = [system, session]
        if system.isConnected():
            system.connect(*SLEEP, "PrepareForSleep", self, b"1told(bool)")
            lock = ("org.freedesktop.login1", "", "org.freedesktop.login1.Session", "Lock")
            system.connect(*lock, self, b"1told_to_lock()")
        if session.isConnected():
            for name in SAVERS:
                session.connect("", "", name, "ActiveChanged", self, b"1told(bool)")


class _WindowsFilter(QAbstractNativeEventFilter):
    def __init__(self, owner: SessionSignals) -> None:
        super().__init__()
        self._owner = owner

    def nativeEventFilter(
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803
        message: int,
    ) -> tuple[bool, int]:
        """Look at a message; none is kept back."""
        if QByteArray(eventType).data() == b"windows_generic_MSG":
            found = _Message.from_address(int(message))
            self._owner.hear_windows(int(found.message), int(found.word or 0))
        return False, 0


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("word", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
        ("time", ctypes.c_uint),
        ("x", ctypes.c_long),
        ("y", ctypes.c_long),
    )


def virtual_key(name: str) -> int:
    """Return the number that Windows gives to a key that hides everything."""
    return VK_PAUSE if name == "Pause" else VK_F1 + int(name.removeprefix("F")) - 1


def _register_key(window: int, name: str) -> None:
    """Ask Windows for the hot key, with Ctrl if another program has it alone."""
    libraries: Any = getattr(ctypes, "windll", None)
    with contextlib.suppress(OSError, AttributeError):
        user, key = libraries.user32, virtual_key(name)
        user.UnregisterHotKey(window, HOT_KEY)
        if not user.RegisterHotKey(window, HOT_KEY, MOD_NOREPEAT, key):
            user.RegisterHotKey(window, HOT_KEY, MOD_NOREPEAT | MOD_CONTROL, key)


def _register(window: int) -> None:
    """Ask Windows for the messages of the session."""
    libraries: Any = getattr(ctypes, "windll", None)
    with contextlib.suppress(OSError, AttributeError):
        libraries.wtsapi32.WTSRegisterSessionNotification(window, 0)

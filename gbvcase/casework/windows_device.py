"""The few questions that are put to Windows itself; what the answers mean stands in `devices`."""

import ctypes
import os
import sys
from typing import Any

_VALUE_OFFSET = 8
_GET_VALUE, _RELEASE = 5, 2  # places in the table of a property store
_PROPERTY_STORE = "{886D8EEB-8CF2-4446-8D02-CDBA1DBDCF99}"
_PROTECTION = "System.Volume.BitLockerProtection"


class _Guid(ctypes.Structure):
    _fields_ = (
        ("one", ctypes.c_uint32),
        ("two", ctypes.c_uint16),
        ("three", ctypes.c_uint16),
        ("rest", ctypes.c_uint8 * 8),
    )


class _PropertyKey(ctypes.Structure):
    _fields_ = (("kind", _Guid), ("number", ctypes.c_uint32))


class WindowsApi:
    """Reads and never writes; what may not be read is None."""

    def system_drive(self) -> str:
        """Return the drive that Windows stands on."""
        return os.environ.get("SYSTEMDRIVE", "C:")

    def machine(self, key: str, name: str) -> Any:
        """Return a value that holds for all users of this computer."""
        if sys.platform == "win32":
            import winreg

            return _value(winreg.HKEY_LOCAL_MACHINE, key, name)
        return None

    def user(self, key: str, name: str) -> Any:
        """Return a value of this user."""
        if sys.platform == "win32":
            import winreg

            return _value(winreg.HKEY_CURRENT_USER, key, name)
        return None

    def printers(self, key: str) -> dict[str, int] | None:
        """Return the attributes of each printer."""
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as folder:
                    count = winreg.QueryInfoKey(folder)[0]
                    names = [winreg.EnumKey(folder, number) for number in range(count)]
            except OSError:
                return None
            found = {one: self.machine(rf"{key}\{one}", "Attributes") for one in names}
            return {one: value for one, value in found.items() if isinstance(value, int)}
        return None

    def volume_protection(self, drive: str) -> int | None:
        """Return the number that the shell gives to the protection of a drive."""
        if sys.platform == "win32":
            try:
                return _volume_protection(drive)
            except (OSError, AttributeError):
                return None
        return None


def _value(root: Any, key: str, name: str) -> Any:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(root, key) as folder:
                return winreg.QueryValueEx(folder, name)[0]
        except OSError:
            return None
    return None


def _volume_protection(drive: str) -> int | None:
    """Read one property of a drive from the shell's store of properties."""
    libraries: Any = getattr(ctypes, "windll", None)
    key, kind, store = _PropertyKey(), _Guid(), ctypes.c_void_p()
    if libraries.propsys.PSGetPropertyKeyFromName(_PROTECTION, ctypes.byref(key)) != 0:
        return None
    libraries.ole32.CoInitializeEx(None, 0)
    libraries.ole32.CLSIDFromString(_PROPERTY_STORE, ctypes.byref(kind))
    get = libraries.shell32.SHGetPropertyStoreFromParsingName
    if get(f"{drive}\\", None, 0, ctypes.byref(kind), ctypes.byref(store)) != 0:
        return None
    table = ctypes.cast(
        ctypes.cast(store, ctypes.POINTER(ctypes.c_void_p))[0], ctypes.POINTER(ctypes.c_void_p)
    )
    functype: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)
    value = (ctypes.c_uint8 * 24)()
    get_value = functype(ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        table[_GET_VALUE] or 0
    )
    release = functype(ctypes.c_ulong, ctypes.c_void_p)(table[_RELEASE] or 0)
    try:
        if get_value(store, ctypes.byref(key), ctypes.byref(value)) != 0 or not any(value[:2]):
            return None
        return int.from_bytes(bytes(value[_VALUE_OFFSET : _VALUE_OFFSET + 4]), "little")
    finally:
        release(store)

"""Windows: a value of the person's Run key."""

from __future__ import annotations

import subprocess
import sys

if sys.platform == "win32":
    import winreg

    _KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
    _NAME = "HipStretch"

    class RunKey:
        """The value of this program."""

        def __init__(self, command: tuple[str, ...]) -> None:
            self._command = subprocess.list2cmdline(command)

        @property
        def is_on(self) -> bool:
            """Whether the program starts with the login."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
                    winreg.QueryValueEx(key, _NAME)
            except OSError:
                return False
            return True

        def switch(self, *, is_on: bool) -> None:
            """Start with the login from now on, or no longer; raises OSError."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
                if is_on:
                    winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, self._command)
                elif self.is_on:
                    winreg.DeleteValue(key, _NAME)

"""A speech-dispatcher made of rules: it takes the protocol's lines and answers them."""

from __future__ import annotations

LISTED = (
    "Afrikaans\taf\tnone",
    "English (America)\ten-US\tnone",
    "English (Great Britain)\ten-GB\tnone",
    "English (Great Britain)+Adam\ten-GB\tAdam",
)


class Speechd:
    """What one connection of the server knows; `refused` is the line that it refuses."""

    def __init__(
        self, voices: tuple[str, ...] = LISTED, module: str = "espeak-ng", refused: str = ""
    ) -> None:
        self.voices = voices
        self.module = module
        self.refused = refused
        self.commands: list[str] = []
        self.said: list[str] = []
        self.sounding = self.voice = ""
        self.rate = 0
        self._text: list[str] | None = None
        self._rest = b""

    def take(self, data: bytes) -> bytes:
        """What it answers to some bytes."""
        *lines, self._rest = (self._rest + data).split(b"\r\n")
        return b"".join(self._take(line.decode()) for line in lines)

    def _take(self, line: str) -> bytes:
        """The answer to a line; none within a text."""
        if self._text is not None and line != ".":
            self._text.append(line.removeprefix("."))
            return b""
        if self._text is not None:
            return self._end_text("\n".join(self._text))
        self.commands.append(line)
        if line == self.refused:
            return b"500 ERR INVALID COMMAND\r\n"
        return self._do(line)

    def _end_text(self, text: str) -> bytes:
        """A phrase is complete."""
        self._text = None
        self.commands.append(text)
        if text and text == self.refused:
            return b"300 ERR INTERNAL\r\n"
        if text:
            self.said.append(text)
            self.sounding = text
        return b"225-1\r\n225 OK MESSAGE QUEUED\r\n"

    def _do(self, line: str) -> bytes:
        """Do what a command says."""
        words = line.split(" ", 3)
        if line == "SPEAK":
            self._text = []
            return b"230 OK RECEIVING DATA\r\n"
        if line == "CANCEL SELF":
            self.sounding = ""
        elif line == "GET OUTPUT_MODULE":
            return f"251-{self.module}\r\n251 OK GET RETURNED\r\n".encode()
        elif line == "LIST SYNTHESIS_VOICES":
            listed = "".join(f"249-{voice}\r\n" for voice in self.voices)
            return f"{listed}249 OK VOICE LIST SENT\r\n".encode()
        elif words[2:3] == ["SYNTHESIS_VOICE"]:
            self.voice = words[3]
        elif words[2:3] == ["RATE"]:
            self.rate = int(words[3])
        return b"200 OK\r\n"

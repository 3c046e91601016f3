"""Keys in the order in which they were typed, however fast."""

from __future__ import annotations

from collections import deque

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

from newsreader.ui.pace import Pace

__all__ = ["InOrder"]

_STUCK_SECONDS = 1.0


class _Through(Message):
    """Follows a key through the same queues; when it is back at the application, the key was dealt with."""


class InOrder(App[None]):
    """An application that hands on a key only when the one before has had its effect.

    Textual hands a key at once to what has the focus. What is typed behind a key that opens a line or a dialog would
    go to what had the focus before, and do something else there.

    Attributes:
        pace: how fast keys come.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pace = Pace()
        self._held: deque[events.Event] = deque()
        self._followed: MessagePump | None = None

    async def on_event(self, event: events.Event) -> None:
        """Hold back what is typed while a key before it is on its way."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self.pace.pressed()
        if self._followed is None:
            await self._hand_on(event)
        else:
            self._held.append(event)
            # What had the focus may be gone, and the message that followed the key with it.
            followed = self._followed
            self.set_timer(_STUCK_SECONDS, lambda: self._go_on() if self._followed is followed else None)

    async def _hand_on(self, event: events.Event) -> None:
        if not self.screen_stack:
            return  # left meanwhile: what was typed after that is for nobody
        target = self.focused or self.screen
        await super().on_event(event)
        self._follow(target)

    def _follow(self, target: MessagePump) -> None:
        self._followed = target
        if not target.post_message(_Through()):
            self.call_later(self._settle)

    def on__through(self, message: _Through) -> None:
        """The key was dealt with; what it asked of the application is in the queue before this call."""
        message.stop()
        self.call_later(self._settle)

    def _settle(self) -> None:
        """Follow the focus until it stays: a new line takes it at once, a new screen after some steps of its own."""
        if not self.screen_stack:
            return
        target = self.focused or self.screen
        if target is self._followed:
            self._go_on()
        else:
            self._follow(target)

    def _go_on(self) -> None:
        self._followed = None
        if self._held:
            self.call_next(self._hand_on, self._held.popleft())

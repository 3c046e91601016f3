"""Keys in the order in which they were typed, however fast."""

from __future__ import annotations

from collections import deque
from contextlib import ExitStack

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

from newsreader.ui.pace import Pace

__all__ = ["InOrder"]

_STUCK_SECONDS = 1.0
_UNPAINTED_SECONDS = 0.05


class _Through(Message):
    """Follows a key through the same queues; when it is back at the application, the key was dealt with.

    A second one follows what a pane tells of the key, as that another row has the cursor: that was put into the queue
    behind the first.
    """

    def __init__(self, turn: int, *, is_second: bool = False) -> None:
        super().__init__()
        self.turn = turn
        self.is_second = is_second


class InOrder(App[None]):
    """An application that hands on a key only when the one before has had its effect.

    Textual hands a key at once to what has the focus. What is typed behind a key that opens a line or a dialog would
    go to what had the focus before, and do something else there.

    What a key changes is painted once. Textual paints as soon as it hears of the first widget that changed, and those
    that come a moment later a frame later.

    Attributes:
        pace: how fast keys come.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pace = Pace()
        self._held: deque[events.Event] = deque()
        self._turn = (
            0  # each time that something is followed has a number, for a widget can be followed twice
        )
        self._followed: MessagePump | None = None
        self._unpainted = ExitStack()

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

    async def _hand_on(self, event: events.Event) -> None:
        if not self.screen_stack:
            return  # left meanwhile: what was typed after that is for nobody
        target = self.focused or self.screen
        if not self._held:  # in a burst of keys the screen is painted whenever it can be
            self._begin()
        await super().on_event(event)
        self._follow(target)

    def _begin(self) -> None:
        """Paint nothing until the key was dealt with, or takes long."""
        self._unpainted = unpainted = ExitStack()
        unpainted.enter_context(self.batch_update())
        self.set_timer(_UNPAINTED_SECONDS, lambda: self._paint() if unpainted is self._unpainted else None)

    def _paint(self) -> None:
        """Paint what changed since `_begin`."""
        self._unpainted.close()
        if self.screen_stack:
            self.screen.check_idle()

    def _follow(self, target: MessagePump) -> None:
        self._followed = target
        self._turn += 1
        turn = self._turn
        if target.post_message(_Through(turn)):
            self.set_timer(_STUCK_SECONDS, lambda: self._look_after(turn))
        else:
            self.call_later(self._settle, turn)

    def _look_after(self, turn: int) -> None:
        """Go on where what is followed is gone, and the message with it; what is only slow is waited for."""
        followed = self._followed
        if turn != self._turn or followed is None:
            return
        if followed.is_running and followed.is_attached:
            self.set_timer(_STUCK_SECONDS, lambda: self._look_after(turn))
        else:
            self._settle(turn)

    def on__through(self, message: _Through) -> None:
        """The key was dealt with; what it asked of the application is in the queue before this call."""
        message.stop()
        if not self._is_followed_again(message):
            self.call_later(self._settle, message.turn)

    def _is_followed_again(self, message: _Through) -> bool:
        followed = self._followed
        if message.is_second or message.turn != self._turn or followed is None:
            return False
        return followed.post_message(_Through(message.turn, is_second=True))

    def _settle(self, turn: int) -> None:
        """Follow the focus until it stays: a new line takes it at once, a new screen after some steps of its own."""
        if turn != self._turn or not self.screen_stack:
            return
        target = self.focused or self.screen
        if target is self._followed:
            self._go_on()
        else:
            self._follow(target)

    def _go_on(self) -> None:
        self._followed = None
        self._paint()
        if self._held:
            self.call_next(self._hand_on, self._held.popleft())

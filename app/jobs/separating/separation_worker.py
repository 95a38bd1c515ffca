"""The process that separates: it alone loads the network's libraries.

It lives as long as its pipe: when the app ends, however it ends, so does this process. It carries
out one order after the other, and leaves when none has come for a while, to give its memory back.
"""

import os
import queue
import signal
import threading
import traceback
from _thread import interrupt_main
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import FrameType

from app.jobs.separating.control_listener import CancelledError, ControlListener, Tell
from app.jobs.separating.run_events import (
    Control,
    DeviceOrder,
    Event,
    MeasureOrder,
    Order,
    OrderCancelled,
    OrderDone,
    OrderFailed,
)
from cass_core.device_choice import let_waiting_threads_sleep
from cass_core.errors import CassError
from cass_core.request.request import SeparationRequest

_NICE = 5
_IDLE_S = 300.0

Inbox = queue.SimpleQueue[Order]
CarryOut = Callable[[Order, Tell, ControlListener], None]


class Outbox:
    """Sends events to the app; safe from any thread."""

    def __init__(self, connection: "Connection[Event, object]") -> None:
        self._connection = connection
        self._lock = threading.Lock()

    @property
    def is_sending(self) -> bool:
        """Whether an event is under way."""
        return self._lock.locked()

    def tell(self, event: Event) -> None:
        """Send an event."""
        with self._lock:
            self._connection.send(event)


def carry_out_order(order: Order, tell: Tell, control: ControlListener) -> None:
    """Do what an order asks for.

    Args:
        order: what.
        tell: hears what there is to tell.
        control: passed often; it holds the work or ends it.
    """
    from app.jobs.separating import worker_orders

    match order:
        case SeparationRequest():
            worker_orders.separate(order, tell, control)
        case MeasureOrder():
            worker_orders.measure_speed(order, tell, control)
        case DeviceOrder():
            worker_orders.find_device(tell)


def serve(connection: "Connection[Event, object]", carry_out: CarryOut = carry_out_order) -> None:
    """Carry out orders until the pipe ends or none comes any more.

    Args:
        connection: orders and controls come in, events go out.
        carry_out: what is done for an order.
    """
    outbox = Outbox(connection)
    control, inbox = ControlListener(outbox.tell), Inbox()
    _work_quietly()
    _hold_when_interrupted(control, outbox)
    listener = threading.Thread(target=_listen, args=(connection, control, inbox), daemon=True)
    listener.start()
    while True:
        try:
            order = inbox.get(timeout=_IDLE_S)
        except queue.Empty:
            return
        outbox.tell(_outcome(order, outbox.tell, control, carry_out))


def _work_quietly() -> None:
    """Leave the processor to playback, and to what else the computer does."""
    let_waiting_threads_sleep()
    if hasattr(os, "nice"):
        os.nice(_NICE)


def _hold_when_interrupted(control: ControlListener, outbox: Outbox) -> None:
    """Let an interrupt pause the work wherever it is: loading libraries has no gates.

    Ctrl+C in a terminal is for the app; here it does nothing else.
    """

    def on_interrupt(_number: int, _frame: FrameType | None) -> None:
        if not outbox.is_sending:  # two events must not mix; the next check is near
            control.hold()

    signal.signal(signal.SIGINT, on_interrupt)


def _listen(
    connection: "Connection[Event, object]", control: ControlListener, inbox: Inbox
) -> None:
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            # nobody is left who could want the rest; what is finished is on disk at any time
            os._exit(0)
        if isinstance(message, Control):
            control.obey(message)
            if message is Control.PAUSE:
                interrupt_main()
        else:
            control.reset()
            inbox.put(message)  # type: ignore[arg-type]


def _outcome(order: Order, tell: Tell, control: ControlListener, carry_out: CarryOut) -> Event:
    """Carry out an order and say how it ended."""
    try:
        carry_out(order, tell, control)
    except CancelledError:
        return OrderCancelled()
    except CassError as error:
        return OrderFailed(str(error))
    except Exception as error:  # the app has to know, whatever it is
        from app.environment.error_report import sentence_for

        return OrderFailed(sentence_for(error), traceback.format_exc())
    return OrderDone()

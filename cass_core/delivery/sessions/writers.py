"""Who writes each kind of session; a module of its own, because it loads what only they need."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from cass_core.delivery.sessions.aaf.composition import write_embedded_aaf, write_linked_aaf
from cass_core.delivery.sessions.ardour import write_ardour
from cass_core.delivery.sessions.audacity import write_audacity
from cass_core.delivery.sessions.dawproject import write_dawproject
from cass_core.delivery.sessions.final_cut import write_final_cut
from cass_core.delivery.sessions.marker_files import write_markers
from cass_core.delivery.sessions.reaper import write_reaper
from cass_core.delivery.sessions.session import Session
from cass_core.delivery.sessions.timeline import write_final_cut_7, write_timeline

WRITERS: dict[str, Callable[[Session, Path], None]] = {
    "aaf": write_linked_aaf,
    "aaf-embedded": write_embedded_aaf,
    "reaper": write_reaper,
    "ardour": write_ardour,
    "dawproject": write_dawproject,
    "otio": write_timeline,
    "fcp7": write_final_cut_7,
    "fcpxml": write_final_cut,
    "audacity": write_audacity,
    "labels": partial(write_markers, "audacity"),
    "csv": partial(write_markers, "csv"),
    "edl": partial(write_markers, "edl"),
    "protools": partial(write_markers, "protools"),
}
"""By the keys of `SESSION_FORMATS`."""

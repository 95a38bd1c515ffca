"""The export dialog: what it offers, what it says beforehand, and what comes out of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QRadioButton

from app.dialogs.export.export_dialog import ExportDialog
from app.project.seen.selection import Selection
from app.project.versions import Take, Version
from cass_core.clips import SampleSpan
from cass_core.delivery.export_request import ExportRequest, MovieExport
from cass_core.delivery.sets.track_files import FileForm
from cass_core.programme.markers.marker import Marker
from cass_core.request.settings import SeparationSettings
from tests.helpers.project.exports import separated_project

NAME = "Szene 7 – Straße"


@pytest.fixture
def opened(qtbot, tmp_path):
    return separated_project(tmp_path)[:2]


@pytest.fixture
def dialog(qtbot, opened, settings):
    made = ExportDialog(*opened, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def again(qtbot, opened, settings, **values):
    made = ExportDialog(*opened, settings, **values)
    qtbot.addWidget(made)
    made.show()
    return made


def look(dialog):
    dialog._look_again()
    return dialog._forecast.problem.text() if dialog._forecast.problem.isVisible() else ""


def test_first_look(dialog, opened):
    project, _ = opened
    assert dialog._export.isEnabled()
    assert look(dialog) == ""
    order = dialog.order
    assert isinstance(order.request, ExportRequest)
    assert order.request.tracks == ("DX", "FX", "MX")
    assert order.request.span == SampleSpan(0, 48_000)
    assert order.request.directory == project.folder
    assert order.takes == (project.folder.parent / "take 001",)
    assert dialog._forecast.names.text().splitlines() == [
        f"{NAME}_{s}.wav" for s in ("DX", "FX", "MX")
    ]
    # three tracks of a second, stereo, three bytes
    assert dialog._forecast.size.text().startswith("About 0.9 MB, ")


@pytest.mark.parametrize(
    ("file_type", "bits", "offered", "size"),
    [
        ("wav", 16, ["16-bit", "24-bit", "32-bit float"], "About 0.6 MB"),
        ("wav", 32, ["16-bit", "24-bit", "32-bit float"], "About 1.2 MB"),
        ("flac", 24, ["16-bit", "24-bit"], "Up to 0.9 MB"),
    ],
)
def test_formats(dialog, file_type, bits, offered, size):
    dialog._format.show_file_type(file_type, bits)
    box = dialog._format.bits
    assert [box.itemText(index) for index in range(box.count())] == offered
    look(dialog)
    assert dialog._forecast.size.text().startswith(size)
    assert dialog._forecast.names.text().startswith(f"{NAME}_DX.{file_type}")


def test_float_gives_way_where_flac_has_none(dialog):
    dialog._format.show_file_type("wav", 32)
    dialog._format.file_type.setCurrentIndex(dialog._format.file_type.findData("flac"))
    assert dialog.choice.bits == 24


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{stem} {start} {version}", ""),
        ("{movie}", "add {stem}"),
        ("{film}_{stem}", "no field {film}"),
        ("", "need a name"),
    ],
)
def test_name_is_checked_while_it_is_typed(qtbot, dialog, template, problem):
    field = dialog._place.template
    field.selectAll()
    qtbot.keyClicks(field, template) if template else field.clear()
    qtbot.waitUntil(lambda: not dialog._timer.isActive())
    assert problem in dialog._forecast.problem.text()
    assert dialog._export.isEnabled() == (not problem)
    if not problem:
        assert dialog._forecast.names.text().startswith("DX 01-00-00-00 Version 1.wav")


def test_field_is_inserted_where_the_cursor_is(dialog):
    dialog._place.template.setText("a__b")
    dialog._place.template.setCursorPosition(2)
    dialog._place._insert_field("stem")
    assert dialog.choice.template == "a_{stem}_b"


def test_existing_files_are_shown_and_replaced_only_where_told(dialog, opened):
    project, _ = opened
    assert not dialog._replace.isVisible()
    (project.folder / f"{NAME}_FX.wav").write_bytes(b"")
    assert "replaced" in look(dialog)
    assert not dialog._export.isEnabled()
    assert dialog._forecast.names.text().splitlines()[1] == f"{NAME}_FX.wav (exists)"
    assert dialog._replace.isVisible()
    dialog._replace.setChecked(True)
    assert look(dialog) == ""
    assert dialog._export.isEnabled()
    assert dialog.order.request.overwrite


def test_nothing_chosen(dialog):
    for box in dialog._tracks._boxes.values():
        box.setChecked(False)
    assert "Nothing is chosen" in look(dialog)
    assert not dialog._tracks._gains.isEnabled()


def test_selection_and_loop_are_offered(qtbot, opened, settings):
    project, view = opened
    view.select(Selection(SampleSpan(9600, 19_200)))
    project.timeline.set_loop(SampleSpan(0, 4800), True)
    dialog = again(qtbot, opened, settings)
    assert dialog.order.request.span == SampleSpan(9600, 19_200)
    dialog._range.show_choice("loop")
    assert dialog.order.request.span == SampleSpan(0, 4800)
    dialog._range.show_choice("whole")
    assert dialog.order.request.span == SampleSpan(0, 48_000)


def test_part_that_is_not_separated(qtbot, opened, settings):
    project, _ = opened
    project.versions.set_position("take 001", 24_000)
    dialog = again(qtbot, opened, settings)
    # the separated part is the offer
    assert dialog.choice.range == "separated"
    assert dialog.order.request.span == SampleSpan(0, 24_000)
    dialog._range.show_choice("whole")
    assert "not separated from 01:00:00:12 to 01:00:01:00" in look(dialog)
    assert not dialog._export.isEnabled()
    dialog._as_movie.setChecked(True)
    assert "not separated" in look(dialog)


def test_nothing_separated_leaves_the_mixture(qtbot, opened, settings):
    project, _ = opened
    project.versions.set_versions((), "")
    dialog = again(qtbot, opened, settings)
    assert dialog.choice.tracks == ("MIX",)
    assert not dialog._tracks._boxes["DX"].isEnabled()
    assert not dialog._as_movie.isEnabled()
    assert look(dialog) == ""
    assert dialog.order.takes == ()


def test_take_without_a_finished_window_is_left_out(qtbot, opened, settings):
    project, _ = opened
    project.versions.put_take(
        Take("take 002", project.folder, SampleSpan(0, 48_000), SeparationSettings(), "m", 0)
    )
    project.versions.set_versions((Version("Version 1", ("take 001", "take 002")),), "Version 1")
    dialog = again(qtbot, opened, settings)
    assert len(dialog.order.takes) == 1


def test_sound_that_is_still_decoded(qtbot, opened, settings):
    project, _ = opened
    project.set_decoded(1000, False)
    dialog = again(qtbot, opened, settings)
    assert "still being decoded" in look(dialog)
    project.set_decoded(48_000, True)
    qtbot.waitUntil(dialog._export.isEnabled)


def test_movie_shows_only_what_matters(qtbot, opened, settings):
    dialog = again(qtbot, opened, settings, as_movie=True)
    for hidden in (dialog._sessions, dialog._range, dialog._format.bits, dialog._format.dither):
        assert not hidden.isVisible()
    for visible in (dialog._tracks, dialog._format.movie, dialog._format.overs):
        assert visible.isVisible()
    assert dialog._format.movie.currentText() == "MOV, 24-bit PCM"
    assert dialog._forecast.names.text() == f"{NAME}_REMIX.mov"
    request = dialog.order.request
    assert isinstance(request, MovieExport)
    assert request.target == opened[0].folder / f"{NAME}_REMIX.mov"
    dialog._format.movie.setCurrentIndex(dialog._format.movie.findData("mkv"))
    look(dialog)
    assert dialog._forecast.names.text() == f"{NAME}_REMIX.mkv"


def test_stems_can_be_the_sound_tracks_of_a_movie(qtbot, dialog, opened, settings):
    dialog._as_movie.setChecked(True)
    assert dialog.choice.tracks == ("REMIX",)
    for code in ("DX", "FX", "MX"):
        dialog._tracks._boxes[code].setChecked(True)
    dialog._tracks._boxes["REMIX"].setChecked(False)
    assert look(dialog) == ""
    assert dialog._forecast.names.text() == f"{NAME}_STEMS.mov"
    assert dialog.order.request.tracks == ("DX", "FX", "MX")
    dialog._as_sound.setChecked(True)
    dialog._tracks._boxes["FX"].setChecked(False)
    dialog._as_movie.setChecked(True)
    assert dialog.choice.tracks == ("DX", "FX", "MX")
    look(dialog)
    qtbot.mouseClick(dialog._export, Qt.MouseButton.LeftButton)
    later = again(qtbot, opened, settings, as_movie=True)
    assert later.choice.tracks == ("DX", "FX", "MX")
    later._as_sound.setChecked(True)
    assert later.choice.tracks == ("DX", "FX", "MX")  # an export keeps what it wrote


def test_sound_file_has_no_movie(qtbot, tmp_path, settings):
    project, view, *_ = separated_project(tmp_path, with_picture=False)
    dialog = again(qtbot, (project, view), settings, as_movie=True)
    assert not dialog._as_movie.isEnabled()
    assert not dialog.choice.as_movie


@pytest.mark.parametrize(
    ("bits", "remix", "dither", "overs"),
    [(16, True, True, True), (24, True, False, True), (32, True, False, False),
     (16, False, False, False)],
)  # fmt: skip
def test_remix_brings_its_own_questions(dialog, bits, remix, dither, overs):
    dialog._format.show_file_type("wav", bits)
    dialog._tracks._boxes["REMIX"].setChecked(remix)
    assert dialog._format.dither.isVisible() is dither
    assert dialog._format.overs.isVisible() is overs


def test_choice_returns_with_the_next_dialog(qtbot, dialog, opened, settings):
    dialog._format.show_file_type("flac", 16)
    dialog._tracks._boxes["FX"].setChecked(False)
    dialog._place.template.setText("{stem} fertig")
    qtbot.mouseClick(dialog._export, Qt.MouseButton.LeftButton)
    assert dialog.result() == dialog.DialogCode.Accepted
    later = again(qtbot, opened, settings).choice
    assert (later.file_type, later.bits) == ("flac", 16)
    assert later.tracks == ("DX", "MX")
    assert later.template == "{stem} fertig"


def test_sessions_are_listed_checked_and_ordered(qtbot, dialog, opened, settings):
    project, _ = opened
    project.timeline.set_markers((Marker(100, "cue"),))
    dialog = again(qtbot, opened, settings)
    dialog._sessions.check(("reaper", "aaf"))
    assert dialog._sessions.text() == "AAF with linked files +1"
    assert look(dialog) == ""
    assert dialog._forecast.names.text().splitlines()[3:] == [f"{NAME}.aaf", f"{NAME}.rpp"]
    order = dialog.order
    assert order.request.sessions == ("aaf", "reaper")
    assert order.facts.cues == (Marker(100, "cue"),)
    dialog._format.show_file_type("flac", 24)
    assert look(dialog) == "AAF with linked files takes no FLAC files; choose WAV."
    dialog._format.show_file_type("wav", 24)
    (project.folder / f"{NAME}.rpp").write_bytes(b"")
    assert "exist" in look(dialog)
    (project.folder / f"{NAME}.rpp").unlink()
    dialog._look_again()
    qtbot.mouseClick(dialog._export, Qt.MouseButton.LeftButton)
    assert again(qtbot, opened, settings).choice.sessions == ("aaf", "reaper")


def test_the_menu_of_sessions_stays_open(qtbot, dialog):
    menu = dialog._sessions.menu()
    menu.popup(dialog.mapToGlobal(dialog.rect().center()))
    for action in menu.actions()[2:4]:
        place = menu.actionGeometry(action).center()
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert menu.isVisible()
    menu.setActiveAction(menu.actions()[2])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert dialog._sessions.keys == ("ardour",)
    menu.close()


def test_file_that_comes_in_the_way_at_the_last_moment(qtbot, dialog, opened):
    project, _ = opened
    (project.folder / f"{NAME}_DX.wav").write_bytes(b"")
    qtbot.mouseClick(dialog._export, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog._replace.isVisible()


def test_every_control_is_named_and_reached_by_keyboard(dialog):
    dialog._tracks._boxes["REMIX"].setChecked(True)
    dialog._format.show_file_type("wav", 16)
    controls = [
        control
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for control in dialog.findChildren(kind)
        if control.isVisible()
    ]
    assert len(controls) > 15
    for control in controls:
        named = control.accessibleName() or getattr(control, "text", str)()
        assert named, control
        assert control.toolTip(), named
        # of a group of radio buttons the checked one is reached, and the others by arrows
        if not isinstance(control, QRadioButton) or control.isChecked():
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, named


def test_delivery_by_hand(qtbot, opened, settings, dialog):
    dialog._tracks._more.check({"ME"})
    dialog._delivery.show_choice(FileForm("mono"), "lower", "netflix")
    look(dialog)
    request = dialog.order.request
    assert request.tracks == ("DX", "FX", "MX", "ME")
    assert (request.form.split, request.full_scale, request.target) == ("mono", "lower", "netflix")
    names = dialog._forecast.names.toolTip().splitlines()
    assert f"{NAME}_ME.L.wav" in names
    assert f"{NAME}_REPORT.html" in names
    assert dialog._forecast.names.text().splitlines()[-1] == "and 3 more"
    dialog.accept()
    later = again(qtbot, opened, settings)
    assert later.order.request == request

"""Training curves by their headings."""

import pytest

from cass_core.errors import MediaError
from cass_core.evaluation.report.training_curve import read_curve

TEXT = """\
step,audio_hours,train_loss,DX_1,FX_1,MX_1,mean_1,DX_2
10,1.5,-0.2,1,2,3,2,9
20,3,,2,3,4,3,9
"""
NO_CURVES = ("", "a,b\n1,2\n", "step,DX_1\n1,two\n", "\0\xff", "DX_1\n1\n")


def test_columns(tmp_path):
    path = tmp_path / "validation.csv"
    path.write_text(TEXT)
    curve = read_curve(path)
    assert curve.places == [1.5, 3.0]
    assert curve.gains == {"DX": [1, 2], "FX": [2, 3], "MX": [3, 4], "mean": [2, 3]}
    assert curve.loss[0] == -0.2
    path.write_text("step,loss,dx\n5,1,2\n")
    curve = read_curve(path)
    assert (curve.place_label, curve.places, curve.gains) == ("optimiser steps", [5], {"DX": [2]})


@pytest.mark.parametrize("text", NO_CURVES)
def test_what_is_no_curve(tmp_path, text):
    path = tmp_path / "validation.csv"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(MediaError, match=r"validation\.csv"):
        read_curve(path)


def test_no_file(tmp_path):
    with pytest.raises(MediaError, match="none.csv"):
        read_curve(tmp_path / "none.csv")


def test_a_row_that_was_cut_off_is_a_gap(tmp_path):
    path = tmp_path / "validation.csv"
    path.write_text("step,DX_1\n1\n2,3,4\n")
    gains = read_curve(path).gains["DX"]
    assert gains[0] != gains[0]
    assert gains[1] == 3

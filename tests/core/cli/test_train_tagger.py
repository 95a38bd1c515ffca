import argparse
from pathlib import Path

from cass_core.cli.training import train_tagger
from cass_core.training.tagger import training as tagger_training
from cass_core.training.tagger.training import TaggerProgress
from tests.helpers.corpus.tiny_tagger import write_tiny_tagger


def test_prints_progress_and_scores(tmp_path, monkeypatch, capsys):
    asked = []

    def fake(settings):
        asked.append(settings)
        write_tiny_tagger(settings.out)
        yield TaggerProgress(50, 0.25, 90.0)

    monkeypatch.setattr(tagger_training, "train_tagger", fake)
    parser = argparse.ArgumentParser()
    train_tagger.add_arguments(parser)
    arguments = ["--corpus", "here", "--out", str(tmp_path / "t"), "--minutes", "3"]
    assert train_tagger.run(parser.parse_args(arguments)) == 0
    assert (asked[0].corpus, asked[0].minutes) == (Path("here"), 3.0)
    printed = capsys.readouterr().out
    assert "step 50  loss 0.2500  1.5 min" in printed
    assert f"tagger: {tmp_path / 't'}" in printed

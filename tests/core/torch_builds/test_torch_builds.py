"""The build for graphics cards is found, fetched, checked, used and removed; nothing is mixed."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from cass_core.errors import ModelError
from cass_core.torch_builds import stored_build as stored
from cass_core.torch_builds.fetch_build import fetch_build, unpack_wheel
from cass_core.torch_builds.stored_build import remove_build, stored_build
from cass_core.torch_builds.wheel_plan import plan_build
from tests.core.torch_builds.fake_index import Index, wheel

TORCH = "9.1.0"
ROOT = Path(__file__).resolve().parents[3]


def wheels(torch_version=TORCH):
    numpy_here = f"numpy>={version('numpy').split('.')[0]}"
    return [
        wheel(
            "torch",
            f"{torch_version}+cu999",
            [
                "cuda-kit[fast]==3.1; platform_system != 'Nowhere'",
                "only-elsewhere==1; platform_system == 'Nowhere'",
                numpy_here,
            ],
            files={
                "torch/__init__.py": "KIND = 'card'\n",
                "torch-9.data/purelib/torch/more.py": "",
                "torch-9.data/scripts/run": "no",
            },
        ),
        wheel("torch", "9.2.0", tag="py3-none-any"),
        wheel("torch", TORCH, tag="cp27-cp27m-win32"),
        wheel("cuda-kit", "3.1", ["cuda-blas>=1; extra == 'fast'", "slow==1; extra == 'slow'"]),
        wheel("cuda-kit", "3.2"),
        wheel("cuda-blas", "1.0"),
        wheel("cuda-blas", "1.2"),
    ]


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))


@pytest.fixture(params=["json", "html"])
def index(request):
    index = Index(wheels(), html=request.param == "html")
    yield index
    index.close()


@pytest.fixture
def json_index():
    index = Index(wheels())
    yield index
    index.close()


def test_plan_has_all_that_is_missing_in_exact_versions(index):
    plan = plan_build(index.url, TORCH)

    found = {one.name: (str(one.version), one.num_bytes) for one in plan}
    contents = {name.split("-")[0]: len(data) for name, data, _ in wheels() if "1.0" not in name}
    assert list(found) == ["torch", "cuda-kit", "cuda-blas"]
    assert [v for v, _ in found.values()] == ["9.1.0+cu999", "3.1", "1.2"]
    assert all(size > 100 for _, size in found.values())
    assert found["cuda-blas"][1] == contents["cuda_blas"]


def test_a_fetched_build_is_whole_and_can_be_removed(json_index):
    plan = plan_build(json_index.url, TORCH)

    told = list(fetch_build(plan))

    build = stored_build()
    assert build is not None
    assert build.version == "9.1.0+cu999"
    assert len(build.wheels) == 3
    names = {path.relative_to(build.folder).as_posix() for path in build.folder.rglob("*.py")}
    assert names == {
        "torch/__init__.py",
        "torch/more.py",
        "cuda_kit/__init__.py",
        "cuda_blas/__init__.py",
    }
    whole = sum(one.num_bytes for one in plan)
    assert told[-1].num_bytes == told[-1].whole_bytes == whole
    assert not (stored.builds_folder() / "wheels").exists()

    remove_build()
    assert stored_build() is None
    assert not stored.builds_folder().exists()


def test_a_stopped_fetch_goes_on(json_index):
    plan = plan_build(json_index.url, TORCH)
    fetching = fetch_build(plan)
    while next(fetching).name != "cuda-kit":
        pass
    fetching.close()
    assert stored_build() is None
    json_index.asked.clear()

    list(fetch_build(plan))

    assert stored_build() is not None
    assert not any("torch-9.1.0" in path for path, _ in json_index.asked)


def test_a_fetch_that_was_cut_off_goes_on_inside_a_file(json_index):
    plan = plan_build(json_index.url, TORCH)
    json_index.cut_at = 50
    with pytest.raises(ModelError, match="what has come is kept"):
        list(fetch_build(plan))

    json_index.cut_at = None
    list(fetch_build(plan))

    assert ("/files/torch-9.1.0+cu999-py3-none-any.whl", "bytes=50-") in json_index.asked
    assert stored_build() is not None


def test_what_is_not_the_published_file_is_not_used(json_index):
    plan = plan_build(json_index.url, TORCH)
    name = "/files/cuda_kit-3.1-py3-none-any.whl"
    json_index.files[name] = json_index.files[name][:-1] + b"x"

    with pytest.raises(ModelError, match="not the published file"):
        list(fetch_build(plan))

    assert stored_build() is None


@pytest.mark.parametrize("version_wanted", ["9.9.9", "9.0"])
def test_no_other_version_is_taken(json_index, version_wanted):
    with pytest.raises(ModelError, match="has no torch"):
        plan_build(json_index.url, version_wanted)


def test_no_network_is_one_sentence(json_index):
    json_index.close()
    with pytest.raises(ModelError, match="does not answer"):
        plan_build(json_index.url, TORCH)


def test_a_wheel_writes_nowhere_else(tmp_path):
    file_name, content, _ = wheel("evil", "1", files={"../../out.py": ""})
    tmp_path.joinpath(file_name).write_bytes(content)

    with pytest.raises(ModelError, match="damaged"):
        unpack_wheel(tmp_path / file_name, tmp_path / "in" / "side")

    assert not tmp_path.joinpath("out.py").exists()


@pytest.mark.parametrize(
    ("build_version", "kind"),
    [("9.1.0+cu999", "card"), ("9.0.0+cu999", "processor")],  # of this program, of an older one
)
def test_a_start_takes_the_build_of_its_own_version_and_no_other(tmp_path, build_version, kind):
    carried = tmp_path / "program"
    for folder, text in ((carried, "processor"), (stored.build_folder(), "card")):
        folder.joinpath("torch").mkdir(parents=True)
        folder.joinpath("torch", "__init__.py").write_text(f"KIND = '{text}'\n")
    carried.joinpath("torch-9.1.0.dist-info").mkdir()
    carried.joinpath("torch-9.1.0.dist-info", "METADATA").write_text(
        "Name: torch\nVersion: 9.1.0\n"
    )
    told = {"version": build_version, "wheels": []}
    stored.build_folder().joinpath(stored.DESCRIPTION).write_text(json.dumps(told))
    script = (
        f"import sys; sys.path[:0] = [{str(carried)!r}, {str(ROOT)!r}]\n"
        "from cass_core.torch_builds.stored_build import use_stored_build\n"
        "use_stored_build()\nimport torch; print(torch.KIND)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == kind

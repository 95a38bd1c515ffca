#!/bin/sh
# Build the part of OpenCV that the program uses, a tenth of the published wheel, as a wheel of the same version:
# `make_opencv.sh PYTHON OUT_FOLDER`. PYTHON has the published one; needs a C++ compiler, takes some minutes.
# What is resized, counted and painted with it is the same to the last bit; FFmpeg, Qt and OpenBLAS are left out.
set -eu
python=$1
out=$(cd "$2" && pwd)
name=opencv-contrib-python
version=$("$python" -c "from importlib.metadata import version; print(version('$name'))")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m pip download --quiet --no-deps --no-binary "$name" --dest "$work" "$name==$version"
tar -xzf "$work"/*.tar.gz -C "$work"
source=$(find "$work" -mindepth 1 -maxdepth 1 -type d)
# descriptions for type checkers are only made of a whole OpenCV
sed -i.bak -e '/py\.typed/d' -e 's/(_subpackage mat_wrapper misc utils typing)/(_subpackage mat_wrapper misc utils)/' \
  "$source/cmake/package/install_package.cmake"
off=
for part in FFMPEG GSTREAMER V4L MSMF DSHOW AVFOUNDATION IPP ITT LAPACK OPENCL PROTOBUF FLATBUFFERS ADE QUIRC TIFF WEBP AVIF \
  OPENJPEG JASPER OPENEXR IMGCODEC_HDR IMGCODEC_SUNRASTER; do
  off="$off -DWITH_$part=OFF"
done
CMAKE_ARGS="-DBUILD_LIST=core,imgproc,imgcodecs,python3 -DBUILD_ZLIB=ON -DBUILD_PNG=ON -DBUILD_JPEG=ON -DCPU_DISPATCH=AVX2 $off" \
  "$python" -m pip wheel --quiet --no-deps --wheel-dir "$out" "$source"

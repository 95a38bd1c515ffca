#!/bin/sh
# Prove the Linux packages where nothing else is: a root of Debian's base packages, without Python.
# `bare_root.sh DEB ARCHIVE CHECKOUT_PYTHON OUT_FOLDER`. Needs root and debootstrap.
# Lays screenshots of the window and the times of what was done into OUT_FOLDER.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/.." && pwd)
deb=$(realpath "$1")
archive=$(realpath "$2")
python=$3
out=$(realpath "$4")
suite=${SUITE:-bookworm}
mirror=${MIRROR:-}
root=$(mktemp -d -p "$out" root.XXXXXX)
chmod 755 "$root"

leave() {
  for place in proc dev sys; do
    if mountpoint -q "$root/$place"; then umount "$root/$place"; fi
  done
  rm -rf --one-file-system "$root"
}
trap leave EXIT

# seconds that something took, into a table
timed() {
  name=$1 start=$(date +%s.%N)
  shift
  "$@"
  echo "$name $(echo "$start $(date +%s.%N)" | awk '{ printf "%.1f", $2 - $1 }')" >>"$out/times.txt"
}

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root "$@"; }

key() { tr 'A-Z_.' 'a-z--'; } # names of packages are the same however they are written

echo "== a root of $suite's base packages"
if [ -n "${BASE:-}" ]; then # one that debootstrap has made before
  cp -a "$BASE/." "$root"
else
  debootstrap --variant=minbase "$suite" "$root" $mirror >"$out/debootstrap.log"
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t sysfs sys "$root/sys" # MediaPipe counts the processors there
if [ -e /etc/apt/apt.conf.d ]; then cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"; fi
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
  mkdir -p "$root/etc/ssl/certs"
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
if inside sh -c 'command -v python3'; then echo "there is a Python in it" >&2; exit 1; fi

echo "== a demo movie, and its stems by this checkout"
work=$root/srv
"$python" "$repository/resources/demo/make_demo_movie.py" "$work/movie"
rm -rf "$out/cache" # so that faces are looked for anew
CASS_DATA=$out/data CASS_CACHE=$out/cache PYTHONPATH=$repository "$python" -m cass_core \
  separate "$work/movie/demo.mov" -o "$work/checkout" --overwrite >"$out/checkout.log"

same_stems() {
  "$python" "$here/same_samples.py" "$work/$1" "$work/checkout"
}

echo "== the .deb installs, is listed and separates"
rm -f "$out/times.txt"
cp "$deb" "$root/tmp/cass-studio.deb"
inside apt-get update -qq
inside sh -c 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /tmp/cass-studio.deb' \
  >"$out/apt.log" 2>&1
rm "$root/tmp/cass-studio.deb"
inside dpkg -s cass-studio | grep '^Status: install ok installed'
inside dpkg -L cass-studio | grep -c . >"$out/deb_files.txt"
program=$root/usr/lib/cass-studio
du --apparent-size --block-size=1 --summarize "$program" | awk '{ printf "unpacked %.1f MB\n", $1 / 1e6 }' | tee "$out/sizes.txt"
ls -l "$deb" "$archive" | awk '{ printf "packed %.1f MB %s\n", $5 / 1e6, $NF }' | tee -a "$out/sizes.txt"
ls "$program/licences" | sed 's/\.txt$//' | key >"$out/licences.txt"
for package in "$program"/lib/*.dist-info; do
  sed -n 's/^Name: //p' "$package/METADATA" | head -1 | key | grep -qxFf - "$out/licences.txt" ||
    { echo "$package has no licence text" >&2; exit 1; }
done
timed "cass --help, first start" inside cass --help >/dev/null
timed "cass --help" inside cass --help >/dev/null
timed "cass separate demo.mov" inside cass separate /srv/movie/demo.mov -o /srv/deb
same_stems deb

echo "== without network, sound device, screen; with a home that cannot be written; two users"
inside useradd -m anna
inside useradd -m bert
chmod 1777 "$work"
inside sh -c 'su anna -c "cass doctor"' | tee "$out/doctor.txt"
for user in anna bert; do
  inside unshare --net su "$user" -c "cass separate /srv/movie/demo.mov -o /srv/$user"
  same_stems "$user"
done
chmod 555 "$root/home/anna" && chown 0:0 "$root/home/anna" && rm -rf "$root/home/anna/.cache" "$root/home/anna/.local"
inside su anna -c "cass separate /srv/movie/demo.mov -o /srv/homeless"
same_stems homeless
inside sh -c 'su bert -c "cass-studio"' && { echo "a window without a screen?" >&2; exit 1; } || test $? = 2

echo "== the window comes up"
inside sh -c 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends xvfb xauth fonts-dejavu-core \
  x11-apps netpbm' >>"$out/apt.log" 2>&1
show_window() { # USER FILE
  inside su "$1" -c "xvfb-run -a -s '-screen 0 1600x900x24' sh -c '
    cass-studio /srv/movie/demo.mov 2>/tmp/window.$1.log & window=\$!
    sleep ${WINDOW_S:-45}; kill -0 \$window && xwd -root -silent | xwdtopnm 2>/dev/null | pnmtopng >/srv/$2.png; kill \$window'" || true
  test -s "$work/$2.png"
  cp "$work/$2.png" "$out/$2.png"
}
show_window bert window
show_window anna window_of_a_read_only_home

echo "== the .deb goes, and leaves what users made"
inside apt-get remove -y -qq cass-studio >>"$out/apt.log" 2>&1
test ! -e "$root/usr/lib/cass-studio"
test ! -e "$root/usr/bin/cass"
test -d "$root/home/bert/.local/share/cass-studio"

echo "== the archive installs itself for one user, separates and goes"
inside sh -c 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends xz-utils' >>"$out/apt.log" 2>&1
cp "$archive" "$root/srv/cass-studio.run"
inside su bert -c 'cd && sh /srv/cass-studio.run >/dev/null && .local/bin/cass separate /srv/movie/demo.mov -o /srv/archive'
same_stems archive
test -e "$root/home/bert/.local/share/applications/cass-studio.desktop"
inside su bert -c '.local/lib/cass-studio/uninstall.sh || "$HOME/.local/lib/cass-studio/uninstall.sh"'
test ! -e "$root/home/bert/.local/lib/cass-studio"
test ! -e "$root/home/bert/.local/bin/cass"
echo "1 passed, 0 failed"

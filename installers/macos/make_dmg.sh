#!/bin/bash
# Sign the program, pack it as a disk image and have Apple notarise it: `make_dmg.sh APP OUT_FOLDER VERSION`. Runs on macOS.
# SIGNING_IDENTITY names a "Developer ID Application" certificate of the keychain; without it the program is signed for this computer
# alone (users must then allow it under Privacy & Security). NOTARY_PROFILE names what `xcrun notarytool store-credentials` has stored;
# without it nothing is sent to Apple.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
app=$(cd "$1" && pwd)
out=$(cd "$2" && pwd)
image=$out/cass-studio-$3-arm64.dmg
identity=${SIGNING_IDENTITY:--}
options=
if [ "$identity" != - ]; then options="--options runtime --timestamp"; fi

echo "== sign libraries first, then programs, then the whole"
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
  xargs -0 codesign --force $options --sign "$identity"
# helper programs of the packages, and ours beside the first one
find "$app/Contents" -type f -perm -u+x ! -name '*.dylib' ! -name '*.so' -print0 |
  while IFS= read -r -d '' file; do
    if file -b "$file" | grep -q Mach-O; then
      codesign --force $options --entitlements "$here/entitlements.plist" --sign "$identity" "$file"
    fi
  done
codesign --force $options --entitlements "$here/entitlements.plist" --sign "$identity" "$app"
codesign --verify --deep --strict "$app"

echo "== the disk image, with a link to the folder that the program is drawn to"
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
cp -R "$app" "$tree"
ln -s /Applications "$tree/Applications"
rm -f "$image"
hdiutil create -quiet -volname "Cass Studio" -srcfolder "$tree" -format ULFO "$image"
if [ "$identity" != - ]; then codesign --force --timestamp --sign "$identity" "$image"; fi

if [ -n "${NOTARY_PROFILE:-}" ]; then
  echo "== Apple looks at it"
  xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
  spctl --assess --type open --context context:primary-signature --verbose "$image"
fi
ls -l "$image"

#!/bin/sh
# Sign programs for Windows: `sign.sh FILE...`. CERTIFICATE is a PFX file in base64, PASSWORD its password. Runs on Windows.
set -eu
certificate=$(mktemp)
trap 'rm -f "$certificate"' EXIT
printf %s "$CERTIFICATE" | base64 --decode >"$certificate"
tool=$(find "/c/Program Files (x86)/Windows Kits/10/bin" -path '*/x64/signtool.exe' | sort | tail -1)
MSYS2_ARG_CONV_EXCL='*' "$tool" sign /f "$(cygpath -w "$certificate")" /p "$PASSWORD" /fd SHA256 \
  /tr http://timestamp.digicert.com /td SHA256 "$@"

#!/bin/sh
# Put a certificate and the account for notarisation into a keychain of their own. Runs on macOS.
# CERTIFICATE is a PKCS 12 file in base64, PASSWORD its password; APPLE_ID, APPLE_PASSWORD (for apps) and APPLE_TEAM are the account.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
keychain=$HOME/Library/Keychains/cass-studio.keychain-db
secret=$(openssl rand -base64 24)
printf %s "$CERTIFICATE" | base64 --decode >"$folder/certificate.p12"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 7200 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$folder/certificate.p12" -P "$PASSWORD" -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$secret" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
if [ -n "${APPLE_ID:-}" ]; then
  xcrun notarytool store-credentials cass-studio --apple-id "$APPLE_ID" --password "$APPLE_PASSWORD" --team-id "$APPLE_TEAM"
fi

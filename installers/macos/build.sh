#!/usr/bin/env bash
# Builds Stepwright's macOS packages: Stepwright.app and a .dmg.
#
# UNTESTED: written beside the Linux script and never run on a Mac. The .app is not signed, so
# Gatekeeper asks before it starts; sign it with --mac-sign and a Developer ID.
#
#   installers/macos/build.sh
#
# Results: installers/build/macos/Stepwright.app and installers/build/macos/Stepwright-VERSION.dmg
# Builds the application with Maven first when app/target holds none. Build on the processor that
# the package is for: the JavaFX libraries come with the build.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
out=$root/installers/build/macos

say() { printf 'installers: %s\n' "$*" >&2; }

built() { compgen -G "$root/app/target/app-*.jar" >/dev/null && [ -d "$root/app/target/lib" ]; }

check_tools() {
    : "${JAVA_HOME:=$(/usr/libexec/java_home -v 17+ 2>/dev/null || true)}"
    local missing=()
    local tool
    for tool in java jlink jpackage jdeps; do
        [ -x "$JAVA_HOME/bin/$tool" ] || { missing+=("a JDK 17 or newer with jmods"); break; }
    done
    command -v iconutil >/dev/null || missing+=("the Xcode command line tools (xcode-select --install)")
    if ! built && ! command -v mvn >/dev/null; then missing+=("Maven (brew install maven)"); fi
    if [ ${#missing[@]} -gt 0 ]; then
        printf 'installers: missing: %s\n' "${missing[@]}" >&2
        exit 1
    fi
}

arch() { case $(uname -m) in arm64) echo aarch64 ;; *) echo x64 ;; esac; }

# An .icns from the largest picture of the application.
make_icon() {
    local picture size
    picture=$(ls -S "$root"/assets/src/main/resources/org/stepwright/assets/icons/*.png 2>/dev/null | head -n 1)
    [ -n "$picture" ] || return 0
    mkdir -p "$work/stepwright.iconset"
    for size in 16 32 128 256 512; do
        sips -z $size $size "$picture" --out "$work/stepwright.iconset/icon_${size}x${size}.png" >/dev/null
    done
    iconutil -c icns "$work/stepwright.iconset" -o "$work/stepwright.icns"
}

check_tools
# The launcher builds what is missing or stale, so a package never holds yesterday's program.
"$root/stepwright" --version >/dev/null
app_jar=$(ls -t "$root"/app/target/app-*.jar | head -n 1)
version=$(basename "$app_jar" .jar)
version=${version#app-}
version=${version%-SNAPSHOT}
# A Mac bundle's version must not begin with 0.
case $version in 0.*) version=1.${version#0.} ;; esac
java_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$JAVA_HOME/release")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$out"
mkdir -p "$out"

say "staging jars without the native libraries of other systems"
"$JAVA_HOME/bin/java" "$root/installers/StageJars.java" macos "$(arch)" "$work/jars" \
    "$app_jar" "$root"/app/target/lib/*.jar

say "linking a Java runtime"
by_name=jdk.crypto.ec,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.unsupported,jdk.unsupported.desktop,java.net.http,java.sql,java.desktop,java.naming,java.management,java.logging,java.prefs,jdk.httpserver,jdk.net,jdk.accessibility
found=$("$JAVA_HOME/bin/jdeps" -q --multi-release 17 --ignore-missing-deps --print-module-deps \
    "$work"/jars/*.jar)
compress=2
[ "$java_version" -ge 21 ] && compress=zip-6
"$JAVA_HOME/bin/jlink" --add-modules "$found,$by_name" --no-header-files --no-man-pages \
    --compress="$compress" --output "$work/runtime"

make_icon
icon=()
[ -f "$work/stepwright.icns" ] && icon=(--icon "$work/stepwright.icns")
options=(--java-options -Dfile.encoding=UTF-8)
[ "$java_version" -ge 22 ] && options+=(--java-options --enable-native-access=ALL-UNNAMED)
[ "$java_version" -ge 23 ] && options+=(--java-options --sun-misc-unsafe-memory-access=allow)

say "making Stepwright.app"
"$JAVA_HOME/bin/jpackage" --type app-image --name Stepwright --app-version "$version" \
    --description "A desktop workbench for process reward models" \
    --vendor "Stepwright contributors" --copyright "Apache-2.0" --input "$work/jars" \
    --main-jar "$(basename "$app_jar")" --main-class org.stepwright.app.Main \
    --mac-package-identifier org.stepwright --runtime-image "$work/runtime" \
    ${icon[@]+"${icon[@]}"} "${options[@]}" --dest "$out"

say "making the .dmg"
"$JAVA_HOME/bin/jpackage" --type dmg --name Stepwright --app-version "$version" \
    --app-image "$out/Stepwright.app" --license-file "$root/LICENSE" \
    ${icon[@]+"${icon[@]}"} --dest "$out"

say "done; on the command line: $out/Stepwright.app/Contents/MacOS/Stepwright demo"
du -sh "$out"/* >&2

#!/usr/bin/env bash
# Builds Stepwright's Linux packages: a folder that runs anywhere (app-image) and a .deb.
#
#   installers/linux/build.sh [--no-deb]
#
# Results: installers/build/linux/stepwright/ and installers/build/linux/stepwright_VERSION_ARCH.deb
# Builds the application with Maven first when app/target holds none.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
out=$root/installers/build/linux
with_deb=yes
[ "${1:-}" = --no-deb ] && with_deb=no

say() { printf 'installers: %s\n' "$*" >&2; }

# ---- tools, before anything else -----------------------------------------------------------------

check_tools() {
    local packages=()
    if [ -z "${JAVA_HOME:-}" ]; then
        command -v javac >/dev/null && JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
    fi
    local tool
    for tool in java jlink jpackage jdeps; do
        [ -x "${JAVA_HOME:-}/bin/$tool" ] || { packages+=(openjdk-17-jdk); break; }
    done
    # JDKs before 24 make a runtime of these files only; newer ones can make it of themselves.
    java_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "${JAVA_HOME:-}/release" 2>/dev/null || true)
    if [ "${java_version:-0}" -lt 24 ] && [ ! -f "${JAVA_HOME:-}/jmods/java.base.jmod" ]; then
        packages+=(openjdk-17-jdk-headless)
    fi
    command -v objcopy >/dev/null || packages+=(binutils)
    if [ "$with_deb" = yes ]; then
        command -v fakeroot >/dev/null || packages+=(fakeroot)
        command -v dpkg-deb >/dev/null || packages+=(dpkg)
    fi
    if ! built && ! command -v mvn >/dev/null; then packages+=(maven); fi
    if [ ${#packages[@]} -gt 0 ]; then
        say "missing tools; install them with: apt-get install ${packages[*]}"
        exit 1
    fi
}

built() { compgen -G "$root/app/target/app-*.jar" >/dev/null && [ -d "$root/app/target/lib" ]; }

# ---- steps ---------------------------------------------------------------------------------------

# The launcher builds what is missing or stale, so a package never holds yesterday's program.
build_app() {
    JAVA_HOME=$JAVA_HOME "$root/stepwright" --version >/dev/null
    say "packing $(ls -t "$root"/app/target/app-*.jar | head -n 1)"
}

arch() { case $(uname -m) in aarch64) echo aarch64 ;; *) echo x64 ;; esac; }

stage_jars() {
    say "staging jars without the native libraries of other systems"
    "$JAVA_HOME/bin/java" "$root/installers/StageJars.java" linux "$(arch)" "$work/jars" \
        "$app_jar" "$root"/app/target/lib/*.jar
}

# What jdeps sees in the code, and what is only reached by name: elliptic curves for TLS, the zip
# file system, languages other than English, JavaFX's use of Swing, DNS and LDAP lookups.
by_name=jdk.crypto.ec,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.unsupported,jdk.unsupported.desktop,java.net.http,java.sql,java.desktop,java.naming,java.management,java.logging,java.prefs,jdk.httpserver,jdk.net,jdk.accessibility

make_runtime() {
    say "finding the modules that the application needs"
    local found
    found=$("$JAVA_HOME/bin/jdeps" -q --multi-release 17 --ignore-missing-deps \
        --print-module-deps "$work"/jars/*.jar)
    say "linking a Java runtime of $found and those reached by name"
    local compress=2
    [ "$java_version" -ge 21 ] && compress=zip-6
    "$JAVA_HOME/bin/jlink" --add-modules "$found,$by_name" --no-header-files --no-man-pages \
        --compress="$compress" --output "$work/runtime"
}

java_options() {
    printf '%s\n' --java-options -Dfile.encoding=UTF-8
    if [ "$java_version" -ge 22 ]; then
        printf '%s\n' --java-options --enable-native-access=ALL-UNNAMED
    fi
    if [ "$java_version" -ge 23 ]; then
        printf '%s\n' --java-options --sun-misc-unsafe-memory-access=allow
    fi
}

make_image() {
    say "making the folder that runs anywhere"
    local options
    mapfile -t options < <(java_options)
    "$JAVA_HOME/bin/jpackage" --type app-image --name stepwright --app-version "$version" \
        --description "$description" --vendor "Stepwright contributors" \
        --copyright "Apache-2.0" --input "$work/jars" --main-jar "$(basename "$app_jar")" \
        --main-class org.stepwright.app.Main --runtime-image "$work/runtime" \
        "${icon[@]}" "${options[@]}" --dest "$out"
    cp "$here/stepwright.desktop" "$out/stepwright/lib/stepwright.desktop"
}

make_deb() {
    say "making the .deb"
    # Jars and models are compressed already: xz would take minutes to save a few percent.
    DPKG_DEB_COMPRESSOR_TYPE=gzip "$JAVA_HOME/bin/jpackage" --type deb --name stepwright --app-version "$version" \
        --description "$description" --vendor "Stepwright contributors" \
        --app-image "$out/stepwright" --resource-dir "$here/deb" --license-file "$root/LICENSE" \
        --linux-package-name stepwright --linux-deb-maintainer "packages@stepwright.invalid" \
        --linux-app-category science --dest "$out"
}

# ---- in order ------------------------------------------------------------------------------------

check_tools
build_app
app_jar=$(ls -t "$root"/app/target/app-*.jar | head -n 1)
version=$(basename "$app_jar" .jar)
version=${version#app-}
version=${version%-SNAPSHOT}
description="A desktop workbench for process reward models"
icon=()
for picture in "$root"/assets/src/main/resources/org/stepwright/assets/icons/*.png; do
    # The largest one.
    if [ -f "$picture" ] && { [ ${#icon[@]} -eq 0 ] || [ "$(stat -c %s "$picture")" -gt "$(stat -c %s "${icon[1]}")" ]; }; then
        icon=(--icon "$picture")
    fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$out"
mkdir -p "$out"

stage_jars
make_runtime
make_image
[ "$with_deb" = no ] || make_deb

say "done:"
du -sh "$out"/* >&2

#!/usr/bin/env bash
# Makes the pictures of every screen anew, light and dark, in two sizes:
#   docs/images/regenerate.sh WORKSPACE [FOLDER]
# Runs on a display, under xvfb-run, or with no display at all (then drawn in software by Monocle).
set -euo pipefail
cd "$(dirname "$0")/../.."
workspace=$(realpath "${1:?name a workspace}")
folder=$(realpath -m "${2:-docs/images}")
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
mvn -q -B -pl app -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test
headless=()
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    headless=(-Dglass.platform=Monocle -Dmonocle.platform=Headless -Dprism.order=sw
        -Dprism.text=t2k -Dheadless.geometry=1920x1080-32)
fi
java "${headless[@]}" \
    -cp "app/target/test-classes:app/target/classes:assets/target/classes:$(cat "$classpath")" \
    org.stepwright.ui.Screenshots "$workspace" "$folder"

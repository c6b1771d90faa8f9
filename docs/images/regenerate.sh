#!/usr/bin/env bash
# Makes the pictures of every screen anew, light and dark, in two sizes, of the bundled samples:
#   docs/images/regenerate.sh [FOLDER [WORKSPACE]]
# or of another workspace, which is worked in.
# Runs on a display, under xvfb-run, or with no display at all (then drawn in software by Monocle).
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(realpath -m "${1:-docs/images}")
workspace=()
if [ $# -gt 1 ]; then workspace=("$(realpath "$2")"); fi
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
mvn -q -B -pl app -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test
headless=()
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    headless=(-Dglass.platform=Monocle -Dmonocle.platform=Headless -Dprism.order=sw
        -Dprism.text=t2k -Dheadless.geometry=1920x1080-32)
fi
run() {
    java "${headless[@]}" \
        -cp "app/target/test-classes:app/target/classes:assets/target/classes:$(cat "$classpath")" "$@"
}
run org.stepwright.ui.Screenshots "$folder" "${workspace[@]}"
run org.stepwright.ui.StudioPictures "$folder"
run org.stepwright.ui.LabelPictures "$folder"
run org.stepwright.ui.AuditPictures "$folder"
run org.stepwright.ui.BackupPictures "$folder"
run org.stepwright.ui.ExportPictures "$folder"
run org.stepwright.ui.MappingPictures "$folder"

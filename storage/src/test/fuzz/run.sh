#!/bin/sh
# Fuzzes readers of file formats, guided by coverage (Jazzer, libFuzzer).
#
#   storage/src/test/fuzz/run.sh SECONDS [FORMAT…]      all formats when none is named
#
# Each run has a Java heap of 256 MB; an input over 30 s is a hang. What is found is kept in
# storage/target/fuzz/FORMAT/found, the corpus beside it. The exit code is 1 when anything was found.
set -eu
cd "$(dirname "$0")/../../../.."
seconds=${1:?how many seconds for each format}
shift
mvn -q -o -B -Pfuzz -pl storage -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$PWD/storage/target/fuzz.cp" -Dmdep.includeScope=test >&2
cp="storage/target/test-classes:storage/target/classes:rubric-model/target/classes:$(cat storage/target/fuzz.cp)"
if [ $# -eq 0 ]; then
    set -- $(java -cp "$cp" org.stepwright.storage.format.FuzzFormats)
fi
bad=0
for format in "$@"; do
    home="storage/target/fuzz/$format"
    mkdir -p "$home/corpus" "$home/found" "$home/seeds"
    seeds="storage/src/test/resources assets/src/main/resources"
    [ -d ../shared/data ] && seeds="$seeds ../shared/data"
    # shellcheck disable=SC2086
    java -cp "$cp" org.stepwright.storage.format.FuzzSeeds "$format" "$home/seeds" $seeds
    java -Xmx256m -Xss1m -cp "$cp" -Dstepwright.fuzz="$format" -Dstepwright.fuzz.seeds="$home/seeds" \
        com.code_intelligence.jazzer.Jazzer \
        --target_class=org.stepwright.storage.format.ReaderFuzz \
        --instrumentation_includes='org.stepwright.**' \
        --reproducer_path="$home/found" \
        "$home/corpus" "$home/seeds" \
        -max_total_time="$seconds" -timeout=30 -max_len=65536 -artifact_prefix="$home/found/" \
        -print_final_stats=1 >"$home/log" 2>&1 && result=clean || { result=FOUND; bad=1; }
    runs=$(grep -o 'stat::number_of_executed_units: *[0-9]*' "$home/log" | grep -o '[0-9]*$' || true)
    rss=$(grep -o 'stat::peak_rss_mb: *[0-9]*' "$home/log" | grep -o '[0-9]*$' || true)
    cov=$(grep -o 'cov: [0-9]*' "$home/log" | tail -1 || true)
    echo "$format: $result, ${runs:-?} inputs in $seconds s, ${cov:-no coverage}, peak ${rss:-?} MB"
done
exit $bad

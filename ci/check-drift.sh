#!/bin/sh
# Checks an OpenAPI document and its SDK for drift. A plain script for any CI system; docs/ci.md explains its variables.
#
#   ci/check-drift.sh SPEC
#
# At least one of these says what SPEC is compared with:
#   BASE              the document of the last release: a file, a folder, a package or REV:path
#   PINNED            a directory with pinned C# files
#   TRAFFIC           recorded traffic: files and folders, one a line
# These are optional:
#   KILN              how kiln is called; default: kiln
#   FAIL_ON           the --fail-on of all commands; default: breaking, and any difference of pinned files
#   CONFIG            a file with the severities of rules
#   BASELINE          the accepted findings of the comparison with BASE
#   OBSERVE_BASELINE  the accepted findings of the comparison with TRAFFIC
#   KILN_OPTIONS      options for all commands, such as --overlay names.yaml
#   SDK_OPTIONS       options that are about C#, such as --namespace Contoso.Pets
#   REPORTS           a directory for reports: JSON, SARIF, JUnit, Markdown and HTML
#
# Exit code: 0 no drift, 1 drift, 2 usage, 3 a document has errors, or nothing could be read of the traffic; of several checks the highest.
set -uf

if [ $# -ne 1 ] || [ -z "$1" ]; then
    echo "usage: ci/check-drift.sh SPEC" >&2
    exit 2
fi
spec=$1
result=0
newline='
'

if [ -z "${BASE:-}${PINNED:-}${TRAFFIC:-}" ]; then
    echo "check-drift.sh: nothing to compare $spec with: set BASE, PINNED or TRAFFIC" >&2
    exit 2
fi
if [ -n "${REPORTS:-}" ]; then mkdir -p -- "$REPORTS" || exit 2; fi

# check NAME OPTION... -- ARGUMENT...: runs a command with its reports, and keeps the highest exit code.
check() {
    name=$1
    shift
    if [ -n "${FAIL_ON:-}" ]; then set -- --fail-on "$FAIL_ON" "$@"; fi
    if [ -n "${CONFIG:-}" ]; then set -- --config "$CONFIG" "$@"; fi
    if [ -n "${REPORTS:-}" ]; then
        # A command that fails writes none; those of an earlier run would be taken for its own.
        for form in json sarif xml md html github.txt; do rm -f -- "$REPORTS/$name.$form"; done
        set -- --format text --format "json=$REPORTS/$name.json" --format "sarif=$REPORTS/$name.sarif" --format "junit=$REPORTS/$name.xml" \
            --format "markdown=$REPORTS/$name.md" --format "html=$REPORTS/$name.html" --format "github=$REPORTS/$name.github.txt" "$@"
    fi
    echo "== kiln $name"
    # Options are lists of words: they are split at spaces.
    # shellcheck disable=SC2086
    ${KILN:-kiln} "$name" ${KILN_OPTIONS:-} "$@"
    code=$?
    if [ "$code" -gt "$result" ]; then result=$code; fi
    if [ -n "${REPORTS:-}" ] && [ -n "${GITHUB_ACTIONS:-}" ] && [ -f "$REPORTS/$name.github.txt" ]; then
        # The log of a workflow is where annotations are read from.
        cat -- "$REPORTS/$name.github.txt"
        if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat -- "$REPORTS/$name.md" >> "$GITHUB_STEP_SUMMARY"; fi
    fi
}

if [ -n "${PINNED:-}" ]; then
    # shellcheck disable=SC2086
    check drift ${SDK_OPTIONS:-} "--pinned=$PINNED" -- "$spec"
fi
if [ -n "${BASE:-}" ]; then
    # shellcheck disable=SC2086
    check diff ${SDK_OPTIONS:-} ${BASELINE:+"--baseline=$BASELINE"} -- "$BASE" "$spec"
fi
if [ -n "${TRAFFIC:-}" ]; then
    set -- ${OBSERVE_BASELINE:+"--baseline=$OBSERVE_BASELINE"} -- "$spec"
    rest=$TRAFFIC$newline
    while [ -n "$rest" ]; do
        line=${rest%%"$newline"*}
        rest=${rest#*"$newline"}
        if [ -n "$line" ]; then set -- "$@" "$line"; fi
    done
    check observe "$@"
fi
exit "$result"

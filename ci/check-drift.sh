#!/bin/sh
# Checks an OpenAPI document and its SDK for drift. A plain script for any CI system; docs/ci.md explains it.
#
#   ci/check-drift.sh SPEC
#
# Variables, all optional:
#   KILN        how kiln is called; default: kiln
#   BASE        the document of the last release: a file, a folder, a package or REV:path; without it no documents are compared
#   PINNED      a directory with pinned C# files; without it they are not compared
#   TRAFFIC     recorded traffic, several files with spaces between; without it none is looked at
#   FAIL_ON     the least severity that fails: breaking (default), warning, info, none
#   BASELINE    a file with accepted findings
#   REPORTS     a directory for reports: JSON, SARIF, JUnit, Markdown and HTML
#   KILN_OPTIONS  options for all commands, such as --namespace Contoso.Pets
#
# Exit code: 0 no drift, 1 drift, 2 usage, 3 a document could not be read; of several checks the highest.
set -u

if [ $# -ne 1 ]; then
    echo "usage: ci/check-drift.sh SPEC" >&2
    exit 2
fi
spec=$1
result=0

# check NAME COMMAND...: runs a command with its reports, and keeps the highest exit code.
check() {
    name=$1
    shift
    if [ -n "${REPORTS:-}" ]; then
        mkdir -p "$REPORTS" || exit 2
        set -- "$@" --format text --format "json=$REPORTS/$name.json" --format "sarif=$REPORTS/$name.sarif" \
            --format "junit=$REPORTS/$name.xml" --format "markdown=$REPORTS/$name.md" --format "html=$REPORTS/$name.html"
    fi
    if [ -n "${GITHUB_ACTIONS:-}" ] && [ -n "${REPORTS:-}" ]; then
        set -- "$@" --format "github=$REPORTS/$name.github.txt"
    fi
    echo "== kiln $*"
    # shellcheck disable=SC2086
    ${KILN:-kiln} "$@" ${KILN_OPTIONS:-}
    code=$?
    if [ "$code" -gt "$result" ]; then result=$code; fi
    if [ -n "${GITHUB_ACTIONS:-}" ] && [ -n "${REPORTS:-}" ] && [ -f "$REPORTS/$name.github.txt" ]; then
        cat "$REPORTS/$name.github.txt"
        [ -n "${GITHUB_STEP_SUMMARY:-}" ] && cat "$REPORTS/$name.md" >> "$GITHUB_STEP_SUMMARY"
    fi
    return 0
}

set -- --fail-on "${FAIL_ON:-breaking}"
[ -n "${BASELINE:-}" ] && set -- "$@" --baseline "$BASELINE"

[ -n "${PINNED:-}" ] && check drift drift "$spec" --pinned "$PINNED" "$@"
[ -n "${BASE:-}" ] && check diff diff "$BASE" "$spec" "$@"
# shellcheck disable=SC2086
[ -n "${TRAFFIC:-}" ] && check observe observe "$spec" ${TRAFFIC} "$@"
exit "$result"

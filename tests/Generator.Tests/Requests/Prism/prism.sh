#!/usr/bin/env bash
# Serves an OpenAPI document with Prism on loopback, until its standard input ends: prism.sh FOLDER DOCUMENT PORT.
# Installs Prism from npm into FOLDER if it is missing there. Prints "ready" when the server answers, or "missing: " and what cannot be had.
set -euo pipefail
folder=$1 document=$2 port=$3
package=@stoplight/prism-cli@5.14.2
log=$folder/$port.log
prism=$folder/node_modules/.bin/prism

command -v node > /dev/null && command -v npm > /dev/null || { echo "missing: npm"; exit 0; }
mkdir -p "$folder"
[ -x "$prism" ] || npm install --prefix "$folder" --no-audit --no-fund "$package" > "$log" 2>&1 < /dev/null || { echo "missing: $package from npm"; exit 0; }

# --errors: what a request violates is the answer, and not one of the document's own.
"$prism" mock "$document" --errors --host 127.0.0.1 --port "$port" > "$log" 2>&1 < /dev/null &
child=$!
trap 'kill $child 2> /dev/null; wait $child 2> /dev/null || true; rm -f "$log"' EXIT
until (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do
    kill -0 $child 2> /dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.05
done
echo ready
cat > /dev/null

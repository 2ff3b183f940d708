#!/usr/bin/env bash
# Runs a server of a Debian package in a folder of its own, until its standard input ends: serve.sh etcd|powerdns|podman FOLDER PORT.
# Installs the package if it is missing. Prints "ready" when the server answers.
set -euo pipefail
server=$1 folder=$2 port=$3

install() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null || { echo "missing: $*"; exit 0; }
    # policy-rc.d keeps Debian from starting what it installs.
    local policy=/usr/sbin/policy-rc.d made=
    [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' > "$policy"; chmod +x "$policy"; made=1; }
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } > "$folder/install.log" 2>&1 \
        || { [ -z "$made" ] || rm -f "$policy"; echo "missing: $*"; exit 0; }
    [ -z "$made" ] || rm -f "$policy"
}

clean() { :; }

# Two test classes may install at the same time.
exec 9> /tmp/kiln-live-install.lock
flock 9
case $server in
    etcd)
        command -v etcd > /dev/null || install etcd-server
        start=(etcd --data-dir "$folder/data" --log-level error --listen-client-urls "http://127.0.0.1:$port" --advertise-client-urls "http://127.0.0.1:$port"
            --listen-peer-urls http://127.0.0.1:0 --initial-advertise-peer-urls http://127.0.0.1:0 --initial-cluster default=http://127.0.0.1:0)
        ;;
    powerdns)
        { command -v pdns_server && command -v sqlite3; } > /dev/null || install pdns-server pdns-backend-sqlite3 sqlite3
        sqlite3 "$folder/zones.db" < /usr/share/doc/pdns-backend-sqlite3/schema.sqlite3.sql
        # It wants a port for DNS too: the same one, at another address of loopback.
        cat > "$folder/pdns.conf" << EOF
launch=gsqlite3
gsqlite3-database=$folder/zones.db
gsqlite3-dnssec=yes
api=yes
api-key=secret
webserver=yes
webserver-address=127.0.0.1
webserver-port=$port
webserver-allow-from=127.0.0.1
local-address=127.0.0.2
local-port=$port
socket-dir=$folder
daemon=no
guardian=no
setuid=
setgid=
EOF
        start=(pdns_server --config-dir="$folder")
        ;;
    podman)
        { command -v podman && command -v runc && command -v busybox; } > /dev/null || install podman runc busybox-static
        # A machine that is a container itself may let runc make more of them, in its own namespaces and within its limits.
        export CONTAINERS_CONF=$folder/containers.conf
        cat > "$CONTAINERS_CONF" << EOF
[containers]
netns="host"
ipcns="host"
utsns="host"
userns="host"
cgroupns="host"
default_ulimits=["nofile=1000:1000","nproc=1000:1000"]
log_driver="k8s-file"
[engine]
runtime="runc"
cgroup_manager="cgroupfs"
events_logger="file"
EOF
        podman=(podman --root "$folder/storage" --runroot "$folder/run" --tmpdir "$folder/tmp" --storage-driver vfs)
        mkdir -p "$folder/image/bin"
        cp "$(command -v busybox)" "$folder/image/bin/busybox"
        for command in sh echo sleep true; do ln -s busybox "$folder/image/bin/$command"; done
        tar -C "$folder/image" -cf "$folder/image.tar" .
        { "${podman[@]}" import "$folder/image.tar" kiln-check && "${podman[@]}" run --rm kiln-check /bin/true; } > "$folder/check.log" 2>&1 \
            || { echo "missing: what podman needs of the machine"; exit 0; }
        # Files that only the storage of containers can remove.
        clean() { "${podman[@]}" rm --all --force --time 0; } > /dev/null 2>&1
        start=("${podman[@]}" system service --time 0 "tcp:127.0.0.1:$port")
        ;;
esac
exec 9>&-

"${start[@]}" > "$folder/server.log" 2>&1 < /dev/null &
child=$!
trap 'clean; kill $child 2> /dev/null; wait $child 2> /dev/null || true' EXIT
until (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do
    kill -0 $child 2> /dev/null || { cat "$folder/server.log" >&2; exit 1; }
    sleep 0.05
done
echo ready
cat > /dev/null

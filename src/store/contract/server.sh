# A PostgreSQL server that lives as long as whoever holds our standard input: then it stops and its folder is removed.
# A line on it ends the server as a crash would, and starts it again on what it left behind.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf %s "$PASSWORD" >"$folder/password"
"$BIN/initdb" --pgdata "$folder/data" --username hub --pwfile "$folder/password" --auth scram-sha-256 \
  --encoding UTF8 --no-locale --no-sync </dev/null >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
(
  umask 077
  printf %s "$CERTIFICATE" >"$folder/certificate"
  printf %s "$KEY" >"$folder/key"
)
start() {
  "$BIN/postgres" -D "$folder/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c max_connections=300 -c ssl=on -c ssl_cert_file="$folder/certificate" -c ssl_key_file="$folder/key" </dev/null >>"$folder/log" 2>&1 &
  server=$!
}
stop() {
  kill -QUIT "$server" && wait "$server" || true
}
start
trap 'stop; rm -rf "$folder"' EXIT
while read -r _; do
  stop
  start
done

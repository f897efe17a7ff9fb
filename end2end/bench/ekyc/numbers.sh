#!/usr/bin/env bash
# Asks the hub and python-stdnum about the same strings: `end2end/bench/ekyc/numbers.sh [COUNT [KIND…]]`, a million a kind
# unless told otherwise. python-stdnum comes from PyPI into the hub's cache folder; it is no part of the project.
set -euo pipefail
cd "$(dirname "$0")/../../.."

count=${1:-1000000}
shift || true
kinds=("${@:-}")
[ -n "${kinds[0]}" ] || kinds=(nric resident-id uscc uen)
python="${XDG_CACHE_HOME:-$HOME/.cache}/asia-sme-hub/stdnum/bin/python"
if [ ! -x "$python" ]; then
    python3 -m venv "$(dirname "$(dirname "$python")")"
    "$python" -m pip install --quiet python-stdnum==2.2
fi
hub=(cargo run --quiet --locked --profile native --package hub --)
for kind in "${kinds[@]}"; do
    "$python" end2end/bench/ekyc/peer.py make "$kind" "$count" 20261122 |
        "${hub[@]}" ekyc numbers |
        "$python" end2end/bench/ekyc/peer.py judge
done

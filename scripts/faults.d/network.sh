# shellcheck shell=bash
# Rows E: servers and networks.
# shellcheck disable=SC2154

given_up_after() {  # BEHAVIOUR: what a command waits for a server
    local begin
    serve "$here/page.csv"
    server behave "$1"
    begin=$EPOCHREALTIME
    "$kiosk" import "${url}page" -o "$here/out.json" 2>&1 >/dev/null | tail -n 1 >&2 || true
    [ ! -s "$here/out.json" ] || echo "RED something was adopted:"
    echo "$(seconds_since "$begin") s to give up"
}
row_E2() { given_up_after never; }
row_E3() {
    write_page >"$here/page.csv"
    given_up_after drip:100
}
row_E4() { given_up_after stall-body; }

row_E13() {
    unshare -rn true 2>/dev/null && command -v ip >/dev/null || { echo 'cannot needs a network of its own, and ip'; return; }
    export -f write_event has_stats within seconds_since server serve
    export here root kiosk zone
    # shellcheck disable=SC2016  # for the inner shell
    unshare -rn bash -c '
        ip link set lo up
        serve "$here/page.csv"
        ip link set lo down
        write_event "${url}page.csv"
        "$kiosk" show --stats "$here/stats.json" "$here/event.toml" 2>"$here/log" & pid=$!
        within 5 has_stats >/dev/null || echo "RED no picture"
        sleep 4
        ip link set lo up
        hour() { grep -qi "hour.10" "$here/stats.json"; }
        echo "$(within 80 hour) s after the network"
        kill $pid $SERVER_PID'
}

row_E14() {
    unshare -rmn true 2>/dev/null && command -v ip >/dev/null || { echo 'cannot needs a network of its own, and ip'; return; }
    write_event http://schedule.example.org/page.csv
    export -f stat_of worst_gap larger has_stats within seconds_since
    export here kiosk
    echo 'nameserver 10.99.0.1' >"$here/resolv.conf"
    # Packets to the name server come back on lo, and nobody takes them.
    # shellcheck disable=SC2016
    unshare -rmn bash -c '
        ip link set lo up && ip route add 10.99.0.0/16 dev lo && mount --bind "$here/resolv.conf" /etc/resolv.conf || { echo "cannot needs routes"; exit; }
        "$kiosk" show --stats "$here/stats.json" "$here/event.toml" 2>"$here/log" & pid=$!
        within 5 has_stats >/dev/null || echo "RED no picture"
        echo "$(worst_gap 8) ms, the longest wait"
        kill $pid'
}

row_E21() {
    local canary
    serve "$here/page.csv"
    canary=$url
    http_proxy=$canary https_proxy=$canary all_proxy=$canary "$kiosk" import http://192.0.2.1/page -o "$here/out.json" >&2 & pid=$!
    sleep 2
    kill "$pid" 2>/dev/null || true
    echo "$(server requests) requests to the proxy"
}

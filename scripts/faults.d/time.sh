# shellcheck shell=bash
# Rows D: the clock. Each function prints "VALUE UNIT", or "cannot REASON".
# shellcheck disable=SC2154  # here, zone, pid...: of begin_stage

row_D2() {
    set_clock $((-50 * 365 * 86400))
    unset KIOSK_CLOCK
    with_clock start
    nothing_is_on || echo "RED something is on in 1976"
    set_clock 0
    echo "$(within 6 hour_is 10) s, --stats being a second late"
}

# A display of a page on the web at 10:00; from here on its server's requests count.
start_with_clock_and_server() {
    serve "$here/page.csv"
    write_event "${url}page.csv"
    set_clock 0
    with_clock start
    within 5 hour_is 10 >/dev/null
    server behave ok
}

row_D3() {
    local back weeks
    start_with_clock_and_server
    set_clock $((-3 * 3600))
    back=$(within 6 hour_is 07)
    set_clock $((-14 * 86400))
    weeks=$(within 6 nothing_is_on)
    echo "$(larger "$back" "$weeks") s, $(server requests) fetches"
}

row_D9() {
    # shellcheck disable=SC2016  # for the inner shell
    unshare -rm true 2>/dev/null || { echo 'cannot needs to mount'; return; }
    unshare -rm bash -c 'mount -t tmpfs none /usr/share/zoneinfo && "$@"' - "$kiosk" check "$here/event.toml" >"$here/said" 2>&1 || true
    cat "$here/said" >&2
    grep -qi 'zone' "$here/said" && echo '0 times without a word' || echo '1 times without a word'
}

row_D11() {
    serve "$here/page.csv"
    write_event "${url}page.csv"
    server behave ok
    "$kiosk" rehearse --speed 1000 --stats "$here/stats.json" "$here/event.toml" >/dev/null 2>"$here/log" & pid=$!
    sleep 12
    lives || echo RED
    echo "$(server requests) fetches in 12 s"
}

row_D12() {
    local took
    start_with_clock_and_server
    kill -STOP "$pid"
    sleep 5
    set_clock $((8 * 3600))
    kill -CONT "$pid"
    took=$(within 6 hour_is 18)
    sleep 1
    echo "$took s, $(server requests) fetches"
}

# shellcheck shell=bash
# What the rows share: a folder of their own with an event that has a session each hour, a display, a server, a clock.
# shellcheck disable=SC2154  # root, work: of scripts/faults

kiosk=$root/build/kiosk
unset DISPLAY WAYLAND_DISPLAY KIOSK_EVENT

begin_stage() {  # ROW: in a subshell; what it starts ends with it
    here=$work/$1 pid='' url=''
    mkdir -p "$here/state" "$here/run"
    export SDL_VIDEODRIVER=offscreen KIOSK_PRESENTER=software KIOSK_CLOCK=trusted KIOSK_STATE_DIR=$here/state KIOSK_RUNTIME_DIR=$here/run KIOSK_SHIFT=$here/shift
    trap 'end_stage' EXIT
    # Where it is between 10 and 11 in the morning: hours before and after are still today.
    local hours=$((10#$(date -u +%H) - 10))
    [ "$hours" -le 12 ] || hours=$((hours - 24))
    zone=$(printf 'Etc/GMT%+d' "$hours")
    today=$(TZ=$zone date +%F)
    write_page >"$here/page.csv"
    write_event page.csv
}
end_stage() {
    local one
    for one in $(jobs -p); do kill -CONT "$one" 2>/dev/null; kill "$one" 2>/dev/null; done
    wait 2>/dev/null || true
}
write_page() {  # [WORD]: of the titles
    local hour day
    echo 'date,start,end,title,room'
    for day in "$today" "$(date -d "$today + 1 day" +%F)"; do
        for hour in $(seq 0 23); do printf '%s,%02d:00,%02d:%02d,%s %02d,Room 1\n' "$day" "$hour" $((hour < 23 ? hour + 1 : 23)) $((hour < 23 ? 0 : 59)) "${1-Hour}" "$hour"; done
    done
}
write_event() {  # SOURCE [TABLES]
    printf '[event]\ntime_zone = "%s"\n[[schedule]]\nsource = "%s"\nrefresh = "10s"\n%s\n' "$zone" "$1" "${2-}" >"$here/event.toml"
}

start() {  # [OPTIONS]: a display, and its first picture; its log is $here/log
    rm -f "$here/stats.json"
    "$kiosk" show --stats "$here/stats.json" "$@" "$here/event.toml" >/dev/null 2>>"$here/log" &
    pid=$!
    within 10 has_stats >/dev/null
}
stop() { kill "$pid" && wait "$pid" || true; pid=''; }
has_stats() { [ -s "$here/stats.json" ]; }
stat_of() { awk -F'[:,]' -v key="\"$1\"" '$1 ~ key { print $2 + 0; exit }' "$here/stats.json"; }  # a number
on_now() { sed -n '/"session"/,/]/p' "$here/stats.json"; }
hour_is() { on_now | grep -qi "hour.$1"; }       # by --stats
nothing_is_on() { on_now | grep -q '"session": \[\]'; }
lives() { kill -0 "$pid" 2>/dev/null; }
tell() { "$kiosk" ctl "$@"; }
slide_is() { tell status 2>/dev/null | grep -q "^slide *$1"; }

seconds_since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }'; }
larger() { awk -v a="$1" -v b="$2" 'BEGIN { print (a + 0 > b + 0 ? a : b) }'; }
within() {  # SECONDS COMMAND...: until it succeeds; prints how long that took
    local begin=$EPOCHREALTIME
    until "${@:2}"; do
        if awk -v a="$begin" -v b="$EPOCHREALTIME" -v most="$1" 'BEGIN { exit !(b - a > most) }'; then
            echo "not within $1 s: ${*:2}" >&2
            echo "RED not within $1 s"
            return 1
        fi
        sleep 0.05
    done
    seconds_since "$begin"
}
worst_gap() {  # SECONDS: the longest wait for a picture that was due, in ms
    local end=$((SECONDS + $1)) worst=0 gap
    while [ $SECONDS -lt "$end" ]; do
        gap=$(stat_of longest_gap_ms 2>/dev/null || true)
        worst=$(larger "$worst" "${gap:-0}")
        sleep 0.3
    done
    echo "$worst"
}

set_clock() {  # SECONDS that the display's clock is ahead; start it with `with_clock`
    local bytes='' i
    for i in 0 1 2 3 4 5 6 7; do bytes+=$(printf '\\x%02x' $((($1 >> (8 * i)) & 255))); done
    # shellcheck disable=SC2059  # bytes
    printf "$bytes" | dd of="$here/shift" conv=notrunc status=none
}
with_clock() { LD_PRELOAD=$root/build/kiosk_shifted_clock.so "$@"; }

serve() {  # FILE: a server; $url. `server behave NAME`, `server serve PATH FILE`, `server requests`
    coproc SERVER { "$root/build/kiosk_fault_server" "$1"; }
    read -r url <&"${SERVER[0]}"
}
server() {
    local answer
    echo "$*" >&"${SERVER[1]}"
    read -r answer <&"${SERVER[0]}"
    [ "$1" != requests ] || echo "$answer"
}

manage() {  # COMMAND...: as systemd would; $here/managed says what became of it
    "$root/build/kiosk_service_manager" "$@" >"$here/managed" 2>>"$here/log" &
    manager=$!
}
count_of() { grep -c " $1" "$here/managed" || true; }
happened() { [ "$(count_of "$1")" -ge "$2" ]; }  # WHAT TIMES
managed_pid() { sed -n 's/.* start //p' "$here/managed" | tail -n 1; }
seconds_to_next() {  # WHAT MONOTONIC-MS: after then
    awk -v what="$1" -v from="$2" '$1 > from && $2 == what { printf "%.2f", ($1 - from) / 1000; exit }' "$here/managed"
}
monotonic_ms() { awk '{ printf "%d", $1 * 1000 }' /proc/uptime; }

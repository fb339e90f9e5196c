# shellcheck shell=bash
# Rows F: what is kept, and the event file.
# shellcheck disable=SC2154

row_F6() {
    prlimit --fsize=100 "$kiosk" show --quiet "$here/event.toml" 2>"$here/log" & pid=$!
    within 5 slide_is . >/dev/null
    tell announce 'Lunch is on the terrace, and there will be coffee in the foyer, too' >&2 || true
    sleep 1
    lives && echo '0 ends' || echo '1 ends'
}

row_F7() {
    serve "$here/page.csv"
    write_event "${url}page.csv"
    start
    within 5 hour_is 10 >/dev/null
    stop
    server behave 500
    start
    within 2 hour_is 10 >/dev/null
    awk -v ms="$(stat_of first_frame_ms)" 'BEGIN { printf "%.2f s to the programme\n", ms / 1000 }'
}

row_F15() {
    local half
    start
    half=$(head -c 40 "$here/event.toml")
    cp "$here/event.toml" "$here/whole"
    printf '%s' "$half" >"$here/event.toml"
    sleep 2
    hour_is 10 || echo 'RED half a file was shown'
    sed 's/time_zone/room = "x\ntime_zone/' "$here/whole" >"$here/event.toml"
    sleep 1.2
    grep -q 'event.toml' "$here/log" || echo 'RED nothing was said'
    write_page Stunde >"$here/page.csv"
    cp "$here/whole" "$here/event.toml"
    echo "$(within 4 new_title) s until it is shown"
}
new_title() { tell explain 2>/dev/null | grep -q Stunde; }

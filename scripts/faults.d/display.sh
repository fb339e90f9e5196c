# shellcheck shell=bash
# Rows G: the display. X11 stands for a driver that waits: its server is stopped.
# shellcheck disable=SC2154

start_x() {
    command -v Xvfb >/dev/null || return 1
    Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>"$here/display" 2>/dev/null & x_server=$!
    within 5 test -s "$here/display" >/dev/null
    DISPLAY=:$(cat "$here/display")
    export DISPLAY SDL_VIDEODRIVER=x11
}

row_G1() {
    local stopped
    start_x || { echo 'cannot needs Xvfb; on the console: scripts/test-boot hang'; return; }
    write_event page.csv $'[timing]\nseconds = true'
    manage 10 "$kiosk" show --quiet "$here/event.toml"
    within 10 happened ready 1 >/dev/null
    sleep 1
    stopped=$(monotonic_ms)
    kill -STOP "$x_server"
    within 20 happened end 1 >/dev/null
    kill -CONT "$x_server"  # as a driver is well again that was opened anew
    within 20 happened ready 2 >/dev/null
    cat "$here/managed" >&2
    echo "$(seconds_to_next ready "$stopped") s to the next picture"
}

row_G2() {
    local i
    start_x || { echo 'cannot needs Xvfb'; return; }
    write_event page.csv $'[timing]\nseconds = true'
    start
    for i in 1 2 3 4 5 6 7 8; do
        kill -STOP "$x_server"; sleep 0.5
        kill -CONT "$x_server"; sleep 0.1
    done & local shaker=$!
    local worst; worst=$(worst_gap 5)
    wait "$shaker" || true
    hour_is 10 || echo 'RED the state is wrong'
    echo "$worst ms, the longest wait"
}

row_G7() {
    local before
    write_event page.csv $'[timing]\ndwell = "1s"\nslides = ["now", "day"]\nseconds = true'
    start
    sleep 1
    before=$(stat_of cpu_ms)
    sleep 6
    awk -v a="$before" -v b="$(stat_of cpu_ms)" 'BEGIN { printf "%.1f %% of a core, a fade each second\n", (b - a) / 60 }'
}

row_G9() {
    command -v xdotool >/dev/null && start_x || { echo 'cannot needs Xvfb and xdotool'; return; }
    local events=10000
    [ -z "${quick-}" ] || events=300
    # As a service has started it: else Escape and Q are the way out, and README says so.
    local -x NOTIFY_SOCKET=@kiosk-faults
    start
    awk -v seed="${seed-1}" -v n="$events" 'BEGIN {
        srand(seed)
        keys = split("Escape q a b c x z 0 1 9 F1 F4 F11 Tab Return space Left Up Page_Up Delete Print alt+F4 alt+Tab alt+Return ctrl+c ctrl+w ctrl+alt+F1 ctrl+alt+Delete super", key, " ")
        for (i = 0; i < n; i++) {
            r = rand()
            if (r < 0.5) print "key --delay 0 " key[1 + int(rand() * keys)]
            else if (r < 0.8) print "mousemove " int(rand() * 1280) " " int(rand() * 720)
            else print "click " 1 + int(rand() * 5)
        } }' >"$here/events"
    timeout 400 xdotool - <"$here/events" >/dev/null 2>&1 || echo 'RED not all of them:'
    sleep 1
    lives && echo "0 ends in $events events" || { tail -n 3 "$here/log" >&2; echo "1 ends in $events events"; }
}

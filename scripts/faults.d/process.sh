# shellcheck shell=bash
# Rows H: the process, and K4: two faults at once.
# shellcheck disable=SC2154

row_H1() { soaked H1; }
row_H2() { soaked H2; }
soaked() {  # ROW: both from one soak
    [ -e "$work/soak" ] || "$root/scripts/soak" --refreshes 3000 --minutes 0 >"$work/soak" 2>&1 || true
    tail -n 20 "$work/soak" >&2
    sed -n "s/^figure $1 //p" "$work/soak"
}

row_H3() {
    local count at bad=0 points=0 status command step
    for command in "check -q $here/event.toml" "rehearse -q --speed 1000 --frames 20 $here/event.toml" "show -q --frames 1 $here/event.toml"; do
        # shellcheck disable=SC2086  # words
        LD_PRELOAD=$root/build/kiosk_failing_memory.so KIOSK_COUNT=$here/count "$kiosk" $command >/dev/null 2>&1 || true
        count=$(cat "$here/count")
        step=$((count / ${H3_POINTS:-40} + 1))
        for ((at = 1 + RANDOM % step; at <= count; at += step)); do
            status=0
            rm -rf "$here/run"  # or it would be in safe mode soon
            # shellcheck disable=SC2086
            LD_PRELOAD=$root/build/kiosk_failing_memory.so KIOSK_FAIL_AT=$at KIOSK_FAIL_FOR=$((1 + (at % 3) * 50)) timeout 10 "$kiosk" $command >/dev/null 2>"$here/said" || status=$?
            points=$((points + 1))
            case $status in
                0|1|3) ;;
                *) bad=$((bad + 1)); echo "$status: memory $at for $((1 + (at % 3) * 50)) of ${command%% *}: $(tail -n 1 "$here/said")" >&2 ;;
            esac
        done
    done
    # And what is kept is still whole.
    "$kiosk" show -q --frames 1 "$here/event.toml" 2>&1 | grep -i damaged >&2 && bad=$((bad + 1))
    echo "$bad bad ends of $points points"
}

row_H4() {
    serve "$here/page.csv"
    write_event "${url}page.csv"
    (ulimit -n 16; exec "$kiosk" show --stats "$here/stats.json" "$here/event.toml" 2>"$here/log") & pid=$!
    within 10 has_stats >/dev/null
    sleep 12
    lives && echo '0 ends' || { tail -n 3 "$here/log" >&2; echo '1 ends'; }
}

row_H6() {
    unshare --time --boottime 4294960 --monotonic 4294960 -r true 2>/dev/null || { echo 'cannot needs a time namespace'; return; }
    local last now still=0 i
    write_event page.csv $'[timing]\nseconds = true\ndwell = "1s"'
    unshare --time --boottime 4294960 --monotonic 4294960 -r "$kiosk" show --stats "$here/stats.json" "$here/event.toml" 2>"$here/log" & pid=$!
    within 5 has_stats >/dev/null
    last=$(stat_of frames)
    for i in $(seq 12); do  # the 32 bits of milliseconds end after seven seconds
        sleep 1.1
        now=$(stat_of frames)
        [ "$now" -gt "$last" ] && hour_is 10 || still=$((still + 1))
        last=$now
    done
    echo "$still seconds without a picture of 12"
}

row_H7() {
    local stopped
    manage 10 "$kiosk" show --quiet "$here/event.toml"
    within 10 happened ready 1 >/dev/null
    sleep 0.5
    stopped=$(monotonic_ms)
    kill -STOP "$(managed_pid)"
    within 30 happened ready 2 >/dev/null
    grep -v ping "$here/managed" >&2
    echo "$(seconds_to_next ready "$stopped") s to the next picture"
}

crash_at_each_start() {  # until it is in safe mode; five times are enough
    local i
    for i in 1 2 3 4 5; do
        within 10 happened ready "$i" >/dev/null
        kill -SEGV "$(managed_pid)"
    done
    within 15 happened ready 6 >/dev/null
}
row_H9() {
    local begin
    begin=$(monotonic_ms)
    manage 10 "$kiosk" show "$here/event.toml"
    crash_at_each_start
    within 5 grep -q 'safe mode' "$here/log" >/dev/null
    awk -v from="$begin" '$2 == "ready" { last = $1 } END { printf "%.1f s to safe mode, restarts included\n", (last - from) / 1000 }' "$here/managed"
}

row_I11() {
    local begin
    manage 10 "$kiosk" show "$here/event.toml"
    within 10 happened ready 1 >/dev/null
    tell emergency 'Fire alarm' >&2
    within 3 slide_is emergency >/dev/null
    begin=$(monotonic_ms)
    crash_at_each_start
    within 3 slide_is emergency >/dev/null || echo 'RED it is gone in safe mode'
    "$kiosk" rehearse --quiet "$here/event.toml" 2>/dev/null & local rehearsal=$!
    sleep 1
    slide_is emergency || echo 'RED a rehearsal hid it'
    kill "$rehearsal"
    echo "$(awk -v a="$begin" -v b="$(monotonic_ms)" 'BEGIN { printf "%.1f", (b - a) / 1000 - 1 }') s, through five crashes into safe mode"
}

row_H10() {
    local i hogs=() worst
    write_event page.csv $'[timing]\nseconds = true\ndwell = "2s"\nslides = ["now", "day"]'
    start
    for i in 1 2 3 4; do while :; do :; done & hogs+=($!); done
    worst=$(worst_gap 6)
    local behind; behind=$(($(date +%s) - $(date -d "$(sed -n 's/.*"now": "\([^"]*\)".*/\1/p' "$here/stats.json")" +%s)))
    kill "${hogs[@]}"
    [ "$behind" -le 2 ] || echo "RED $behind s behind:"
    echo "$worst ms, the longest wait"
}

row_H12() {
    local signal worst=0 begin status
    for signal in TERM INT; do
        "$kiosk" show --quiet --stats "$here/stats-$signal.json" "$here/event.toml" <&- >&- 2>&- & pid=$!
        within 5 test -s "$here/stats-$signal.json" >/dev/null
        kill -PIPE "$pid"; sleep 0.3
        lives || echo 'RED PIPE ended it'
        begin=$EPOCHREALTIME status=0
        kill "-$signal" "$pid"
        wait "$pid" || status=$?
        worst=$(larger "$worst" "$(seconds_since "$begin")")
        [ "$status" -eq 0 ] || echo "RED $signal: exit code $status"
    done
    start
    kill -HUP "$pid"; sleep 0.5
    lives || echo 'RED HUP ended it'
    echo "$worst s to the end"
}

row_H13() {
    local bad=0 status=0
    env -i "$kiosk" check -q "$here/event.toml" >&2 || bad=$((bad + 1))
    env -i SDL_VIDEODRIVER=offscreen KIOSK_STATE_DIR="$here/state" KIOSK_RUNTIME_DIR="$here/run" "$kiosk" show -q --frames 1 "$here/event.toml" >&2 || bad=$((bad + 1))
    env -i "$kiosk" show --frames 1 "$here/event.toml" >"$here/said" 2>&1 || status=$?
    cat "$here/said" >&2
    # Without a display it says so, and that it may be started again.
    [ "$status" -eq 3 ] && [ -s "$here/said" ] || [ "$status" -eq 0 ] || bad=$((bad + 1))
    echo "$bad of 3 bad"
}

row_H14() {
    command -v systemd-analyze >/dev/null || { echo 'cannot needs systemd-analyze'; return; }
    systemd-analyze security --offline=true --no-pager "$root/config/package/kiosk.service" 2>>"$here/log" | tee "$here/said" | tail -n 1 >&2
    sed -n 's/.*exposure level for [^:]*: \([0-9.]*\) .*/\1 of 10, exposure/p' "$here/said"
}

# Faults that begin, and end; for K4.
faults_of_pairs=(never reset portal half hogs killed clock_ahead state_gone chatter reloads frozen)
begin_fault() {
    case $1 in
        never|reset) server behave "$1" ;;
        portal) server behave captive-portal ;;
        half) cp "$here/event.toml" "$here/whole"; head -c 40 "$here/whole" >"$here/event.toml" ;;
        hogs) local i; for i in 1 2 3 4; do timeout 4 bash -c 'while :; do :; done' & done ;;
        killed) kill -KILL "$(managed_pid)" ;;
        clock_ahead) set_clock 10800 ;;
        state_gone) mv "$here/state" "$here/state-gone" ;;
        chatter) (for i in $(seq 100); do tell announce "Number $i"; done) >/dev/null 2>&1 & ;;
        reloads) (for i in $(seq 50); do tell reload; done) >/dev/null 2>&1 & ;;
        frozen) kill -STOP "$(managed_pid)" ;;
    esac
}
end_fault() {
    case $1 in
        never|reset|portal) server behave ok ;;
        half) cp "$here/whole" "$here/event.toml" ;;
        clock_ahead) set_clock 0 ;;
        state_gone) rm -rf "$here/state"; mv "$here/state-gone" "$here/state" ;;
        frozen) kill -CONT "$(managed_pid)" ;;
        *) : ;;
    esac
}
row_K4() {
    local i first second breaks=0
    RANDOM=${seed:-1}
    serve "$here/page.csv"
    set_clock 0
    write_event "${url}page.csv"
    export LD_PRELOAD=$root/build/kiosk_shifted_clock.so
    manage 10 "$kiosk" show --stats "$here/stats.json" "$here/event.toml"
    unset LD_PRELOAD
    within 10 happened ready 1 >/dev/null
    within 5 hour_is 10 >/dev/null
    for ((i = 0; i < ${pairs:-3}; i++)); do
        first=${faults_of_pairs[RANDOM % ${#faults_of_pairs[@]}]} second=$first
        while [ "$second" = "$first" ]; do second=${faults_of_pairs[RANDOM % ${#faults_of_pairs[@]}]}; done
        begin_fault "$first"; begin_fault "$second"
        sleep 4
        end_fault "$second"; end_fault "$first"
        rm -f "$here/stats.json"
        # Within 15 s it is right again, and hears its operator.
        if ! within 15 hour_is 10 >/dev/null || ! tell emergency Fire >/dev/null 2>&1 || ! within 3 slide_is emergency >/dev/null; then
            breaks=$((breaks + 1))
            echo "$first and $second: $(tail -n 2 "$here/managed" | tr '\n' ' ')" >&2
        fi
        tell clear all >/dev/null 2>&1 || true
    done
    echo "$breaks breaks of $i pairs, seed ${seed:-1}"
}

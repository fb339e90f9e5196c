# shellcheck shell=bash
# Rows I, J and K: operators, what is said, and how it was built.
# shellcheck disable=SC2154

row_I1() {
    serve "$here/page.csv"
    server behave never
    write_event "${url}page.csv"
    start
    tell reload >&2
    local begin=$EPOCHREALTIME
    tell emergency 'Fire alarm' >&2
    within 3 slide_is emergency >/dev/null
    echo "$(seconds_since "$begin") s"
}

row_I2() {
    local worst=0 i
    command_file=$here/today.txt
    write_event page.csv $'[control]\nfile = "today.txt"'
    : >"$command_file"
    start
    shown_and_gone() {  # after the file says so, and no longer does
        worst=$(larger "$worst" "$(within 3 slide_is emergency)")
    }
    printf 'emergency Fi' >"$command_file"; sleep 0.1; printf 'emergency Fire\n' >"$command_file"
    shown_and_gone
    echo '# nothing' >"$here/new"; mv "$here/new" "$command_file"
    worst=$(larger "$worst" "$(within 3 no_emergency)")
    rm "$command_file"; sleep 0.3; echo 'emergency "Fire again"' >"$command_file"
    shown_and_gone
    echo '# nothing' >"$command_file"
    worst=$(larger "$worst" "$(within 3 no_emergency)")
    for i in $(seq 500); do echo "announce \"Number $i\"" >"$command_file"; done
    worst=$(larger "$worst" "$(within 3 last_announcement "Number $i")")
    rm "$command_file"; mkfifo "$command_file"; sleep 0.5
    rm "$command_file"; truncate -s 1G "$command_file"; sleep 0.5
    rm "$command_file"; echo 'emergency Last' >"$command_file"
    shown_and_gone
    lives || echo 'RED it ended'
    echo "$worst s"
}
no_emergency() { ! slide_is emergency; }
last_announcement() { tell list 2>/dev/null | grep -q "$1\""; }

row_I5() {
    write_event page.csv $'[control]\nfile = "today.txt"'
    echo 'delay 10m' >"$here/today.txt"
    start
    tell delay 20m >&2
    sleep 1
    tell list >&2
    # The later one counts, both are listed with the way that they came in.
    local bad=0
    tell list | grep -q 'file.*delay 10m' || bad=$((bad + 1))
    tell list | grep -q 'ctl.*delay 20m' || bad=$((bad + 1))
    tell explain | grep -q '11:20' || bad=$((bad + 1))
    echo "$bad of 3 wrong"
}

row_I6() {
    write_event page.csv $'[control]\nfile = "today.txt"'
    echo 'emergency Fire' >"$here/today.txt"
    touch -d '1 day ago' "$here/today.txt"
    start
    sleep 1.5
    slide_is emergency && echo '1 stale pictures' || echo '0 stale pictures'
}

row_I7() {
    write_event page.csv $'[control]\nfile = "today.txt"'
    echo 'emergency Fire' >"$here/today.txt"
    start
    within 3 slide_is emergency >/dev/null
    stop
    : >"$here/today.txt"
    start
    sleep 1
    slide_is emergency && echo '1 stale pictures' || echo '0 stale pictures'
}

row_I9() {
    local i
    serve "$here/page.csv"
    write_event "${url}page.csv"
    start
    within 5 hour_is 10 >/dev/null
    server behave ok
    (for i in $(seq 100); do tell reload >/dev/null; done) & local operator=$!
    local worst; worst=$(worst_gap 3)
    wait "$operator"
    echo "$worst ms, the longest wait; $(server requests) fetches"
}

row_I10() {
    serve "$here/page.csv"
    write_event "${url}page.csv"
    start
    local open
    open=$(ss -Hlnptu 2>/dev/null | grep -c "pid=$pid," || true)
    [ "$(stat -c %a "$here"/run/*.sock)" = 600 ] || open=$((open + 1))
    echo "$open doors open to others"
}

row_J1() {
    # Of what is wrong in a line of the sample's page or of an event file, how much is said with that line?
    "$kiosk" check --json "$root/config/neurips2023/event.toml" >"$here/said.json" 2>/dev/null || true
    printf '[event]\ntimezone = "UTC"\nlanguage = 3\n[[schedule]]\nsource = "page.csv"\nrefresh = "soon"\n[theme]\naccent = "yellow"\n[timing]\ndwell = "-1s"\n' >"$here/wrong.toml"
    "$kiosk" check "$here/wrong.toml" >"$here/said" 2>&1 || true
    grep -E '^[^ ]*wrong\.toml' "$here/said" >&2 || true
    awk -v want='2 3 6 8 10' -v file=wrong.toml '
        BEGIN { n = split(want, line, " "); for (i in line) due[line[i]] = 1 }
        match($0, /wrong\.toml:[0-9]+/) { split(substr($0, RSTART, RLENGTH), part, ":"); if (part[2] in due) { found++; delete due[part[2]] } }
        END { printf "%d %% of %d have their line\n", 100 * found / n, n }' "$here/said"
}

row_J2() {
    local raw
    # shellcheck disable=SC1112
    printf 'date,start,end,title,room\n%s,10:00,11:00,"\033[31mRed\033]0;title\007 \001\002 \302\233\n2026-01-01 kiosk: error: forged",Room 1\n' "$today" >"$here/page.csv"
    "$kiosk" check -v "$here/event.toml" >"$here/said" 2>&1 || true
    start -v
    tell retitle 10:00 $'\033[1mBold\nkiosk: forged' >&2 || true
    tell explain >>"$here/said"
    tell list >>"$here/said"
    cat "$here/log" >>"$here/said"
    raw=$(LC_ALL=C tr -d '\n\t\040-\377' <"$here/said" | wc -c)
    echo "$((raw + $(grep -c '^kiosk: forged\|^2026-01-01 kiosk: error' "$here/said" || true))) raw bytes and forged lines"
}

row_J4() {
    local worst
    mkfifo "$here/full"
    write_event page.csv $'[control]\nfile = "today.txt"'
    # A pipe whose reader never reads: full after 64 KiB.
    sleep 60 <"$here/full" & local reader=$!
    "$kiosk" show --stats "$here/stats.json" "$here/event.toml" 2>"$here/full" & pid=$!
    within 5 has_stats >/dev/null
    (for i in $(seq 40); do
        for n in $(seq 40); do echo "nonsense $i $n $(printf '%090d' 0)"; done >"$here/new"
        mv "$here/new" "$here/today.txt"; sleep 0.25
    done) &
    worst=$(worst_gap 10)
    local begin=$EPOCHREALTIME
    timeout 5 "$kiosk" ctl emergency Fire >&2 || { echo 'RED the operator is not heard while nobody reads the log'; return; }
    kill "$reader"
    echo "$worst ms, the longest wait; operator after $(seconds_since "$begin") s"
}

row_J5() {
    local leaks
    serve "$here/page.csv"
    server behave 404
    write_event "$(sed 's#//#//user:geheim1@#' <<<"$url")page.csv?token=geheim2&key=geheim3"
    start -v
    sleep 1
    { tell status; tell explain; tell list; tell reload; sleep 1; tell status; "$kiosk" check "$here/event.toml"; } >"$here/said" 2>&1 || true
    leaks=$(cat "$here/said" "$here/log" "$here/stats.json" | grep -c 'geheim[123]' || true)
    grep -h 'geheim[123]' "$here/said" "$here/log" >&2 || true
    echo "$leaks lines with a secret"
}

row_J6() {
    # What is said to be on the screen, what is seen in a screenshot, and what `render` draws of that moment.
    local bad=0 i slide
    start --size 1280x720 --windowed
    for i in 1 2 3; do
        case $i in
            2) tell announce 'Coffee is ready' >/dev/null ;;
            3) tell clear all >/dev/null; write_page Anders >"$here/page.csv"; sleep 2 ;;
        esac
        while [ "$((10#$(date +%S)))" -gt 56 ]; do sleep 0.5; done  # another minute is another picture
        sleep 1.2
        on_now | grep -q -- '-1000-' || bad=$((bad + 1))
        tell screenshot "$here/$i.png" >/dev/null
        slide=$(tell status | sed -n 's/^slide *//p')
        within 3 test -s "$here/$i.png" >/dev/null || bad=$((bad + 1))
        [ "$i" -ne 2 ] || continue  # `render` knows no operators
        "$kiosk" render -q "$here/event.toml" --size 1280x720 --slide "${slide#*: }" --at "$(date -u +%FT%TZ)" -o "$here/$i-drawn.png" 2>>"$here/log" || true
        cmp "$here/$i.png" "$here/$i-drawn.png" >&2 || bad=$((bad + 1))
    done
    cmp -s "$here/1.png" "$here/2.png" && bad=$((bad + 1))
    cmp -s "$here/1.png" "$here/3.png" && bad=$((bad + 1))
    echo "$bad disagreements of 10"
}

row_J7() {
    local i
    write_event page.csv
    start -v
    for i in $(seq 40); do write_page "Title $i" >"$here/new"; mv "$here/new" "$here/page.csv"; sleep 0.3; done
    lives || echo RED
    awk -v bytes="$(stat -c %s "$here/log")" 'BEGIN { printf "%.3f MiB a day at one change a minute\n", bytes / 40 * 1440 / 1048576 }'
}

row_K2() {
    [ -x "$root/scripts/check-hardening" ] || { echo 'cannot scripts/check-hardening is not here'; return; }
    "$root/scripts/check-hardening" >&2 && echo '0 missing' || echo '1 missing'
}

libraries_of_program() {  # those it is linked with, and those that its sources name and open later
    ldd "$kiosk" | awk '$2 == "=>" { print $3 }'
    grep -rhoE '"lib[A-Za-z0-9_.-]+\.so[.0-9]*"' "$root/kiosk" --include='*.cpp' | tr -d '"' |
        while read -r name; do ldconfig -p | awk -v name="$name" '$1 == name { print $NF; exit }'; done
}

row_K3() {
    local library package outdated=0 count=0
    while read -r library; do
        package=$(dpkg -S "$(readlink -f "$library")" 2>/dev/null | sed -n '1s/:.*//p')
        [ -n "$package" ] || continue
        count=$((count + 1))
        apt-cache policy "$package" 2>/dev/null | awk '/Installed:/ { a = $2 } /Candidate:/ { exit a == $2 }' && { outdated=$((outdated + 1)); echo "$package is outdated" >&2; }
    done < <(libraries_of_program | sort -u)
    [ "$count" -gt 0 ] || { echo 'cannot needs dpkg'; return; }
    [ "$outdated" -eq 0 ] || { echo "cannot this machine's own: $outdated of $count libraries are older than what apt-get offers"; return; }
    echo "0 outdated of $count libraries"
}

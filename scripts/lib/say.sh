# Plain lines for a person: what is being done, and that it still goes on.

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# with_ticker COMMAND…: runs COMMAND and says every 5 s that it is still at work.
with_ticker() {
  local parent=$$ ticker status=0
  (
    seconds=0
    while sleep 5 >/dev/null 2>&1 && kill -0 "$parent" 2>/dev/null; do
      seconds=$((seconds + 5))
      printf '  still at it, %s s\n' "$seconds"
    done
  ) 9>&- &
  ticker=$!
  "$@" || status=$?
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  return "$status"
}

# logged NAME COMMAND…: runs COMMAND with its output in .cache/logs/NAME.log, shown in part when it fails.
logged() {
  local log=".cache/logs/$1-$$.log" status=0
  shift
  mkdir -p .cache/logs
  with_ticker into_file "$log" "$@" || status=$?
  [[ "$status" -eq 0 ]] && return 0
  tail -n 5 "$log" | sed 's/^/  | /' >&2
  say "  all of it: $log" >&2
  return "$status"
}

into_file() {
  local file=$1
  shift
  "$@" >"$file" 2>&1
}

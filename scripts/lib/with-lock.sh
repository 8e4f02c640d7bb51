source scripts/lib/say.sh

# with_lock NAME COMMAND…: runs COMMAND while no other copy holds .cache/NAME.lock. A dead owner's lock is free.
with_lock() {
  mkdir -p .cache
  if command -v flock >/dev/null; then with_file_lock "$@"; else with_link_lock "$@"; fi
}

# The kernel frees it with the last process that inherited it, so a killed script leaves no stale lock.
with_file_lock() {
  local lock=".cache/$1.lock"
  shift
  (
    flock -n 9 || { say "Another copy is installing; waiting for it"; with_ticker flock 9; }
    "$@"
  ) 9>"$lock"
}

# macOS has no flock: a symbolic link whose target is the owner's process id, made in one step.
with_link_lock() {
  local link=".cache/$1.lock-owner" status=0
  shift
  with_ticker take_link_lock "$link"
  ("$@") || status=$?
  rm -f "$link"
  return "$status"
}

take_link_lock() {
  local link=$1 owner
  until ln -s "$$" "$link" 2>/dev/null; do
    owner=$(readlink "$link" || true)
    if [[ -n "$owner" ]] && ! kill -0 "$owner" 2>/dev/null; then drop_dead_lock "$link" "$owner"; else sleep 1; fi
  done
}

# One process at a time looks again and removes: otherwise a slow one would remove the lock of the next owner.
drop_dead_lock() {
  local link=$1 owner=$2
  if mkdir "$link.drop" 2>/dev/null; then
    [[ "$(readlink "$link" || true)" != "$owner" ]] || rm -f "$link"
    rmdir "$link.drop"
  else
    sleep 1
  fi
}

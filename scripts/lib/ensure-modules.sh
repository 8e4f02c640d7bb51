source scripts/lib/with-lock.sh

# Installs node_modules when package-lock.json is not the one last installed. The copy of that lock file lies
# outside node_modules and is written after the install, so a broken-off install is done again.
ensure_modules() {
  has_modules || with_lock modules install_modules
}

has_modules() {
  [[ -f node_modules/.package-lock.json ]] && cmp -s package-lock.json .cache/installed-package-lock.json
}

install_modules() {
  has_modules && return
  command -v npm >/dev/null || fail "npm is missing: install it (https://nodejs.org), then start again."
  say "Installing npm packages"
  rm -f .cache/installed-package-lock.json
  logged npm-modules npm ci --no-audit --no-fund --loglevel=error ||
    fail "npm could not install the packages: check the network (npm ping), then start again."
  cp package-lock.json .cache/installed-package-lock.json
}

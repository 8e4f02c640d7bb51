source scripts/lib/with-lock.sh

SALESFORCE_CLI_VERSION=2.150.6

# Installs the Salesforce CLI (300 MB) into .cache/salesforce-cli, apart from node_modules: only a deploy needs it.
# The file with its version is written after the install, so a broken-off install is done again.
ensure_salesforce_cli() {
  has_salesforce_cli || with_lock salesforce-cli install_salesforce_cli
}

# As above, unless the arguments only ask for help.
ensure_salesforce_cli_to_run() {
  [[ " $* " == *" --help "* ]] || ensure_salesforce_cli
}

has_salesforce_cli() {
  [[ "$(cat .cache/salesforce-cli/installed-version 2>/dev/null)" == "$SALESFORCE_CLI_VERSION" ]]
}

install_salesforce_cli() {
  has_salesforce_cli && return
  command -v npm >/dev/null || fail "npm is missing: install it (https://nodejs.org), then start again."
  say "Installing the Salesforce CLI $SALESFORCE_CLI_VERSION into .cache/salesforce-cli"
  rm -rf .cache/salesforce-cli
  logged npm-salesforce-cli npm install --prefix "$PWD/.cache/salesforce-cli" --no-save --no-audit --no-fund \
    --loglevel=error "@salesforce/cli@$SALESFORCE_CLI_VERSION" ||
    fail "npm could not install the Salesforce CLI: check the network (npm ping), then start again."
  echo "$SALESFORCE_CLI_VERSION" >.cache/salesforce-cli/installed-version
}

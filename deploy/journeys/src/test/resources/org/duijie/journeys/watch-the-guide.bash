# Comes before the blocks of docs/partners.md. Each request that a block makes is told in the file $SEEN, those of the
# guide's own helpers are not; tokens come from the suite at hand.
set -e

curl() {
  if [ "${FUNCNAME[1]:-main}" = main ]; then
    command curl -w '%{stderr}%{method} %{http_code} %header{duijie-environment} %{url_effective}\n' "$@" 2>> "$SEEN"
  else
    command curl "$@"
  fi
}

deploy/token() {
  [ "$1" = --sandbox ] && printenv "token_$2"
}


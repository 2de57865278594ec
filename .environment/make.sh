# Steps that build and test share. Each does nothing when it is up to date.

# The packages of package-lock.json, once for each version of it.
npm_packages() {
    local stamp=node_modules/.goodweek-lock
    cmp --silent package-lock.json "$stamp" && return
    command -v npm >/dev/null || fail "npm is missing"
    step "Installing npm packages" npm npm ci --no-progress
    cp package-lock.json "$stamp"
}

# make PRESET [TARGET]...
make() {
    local preset=$1 folder=build/$1
    shift
    [ "$preset" != web ] || folder=build/web-make
    [ -e "$folder/build.ninja" ] || step "Configuring $preset" "configure-$preset" cmake --preset "$preset"
    step "Building $preset ${*:-programs}" "build-$preset" cmake --build "$folder" ${*:+--target "$@"}
}

# Gets the environment ready and says, in the array enter, how to run a command in it.
prepare() {
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/goodweek
    local system
    system=$(. /etc/os-release 2>/dev/null && echo "${ID:-} ${VERSION_ID:-}") || true
    case $system in
        'debian 13') ;;
        debian\ *) [ "$(id -u)" = 0 ] || fail "not root: the Debian 13 folder is made and entered with chroot, which needs root" ;;
        *) fail "this machine is not Debian 12 or 13; a debian:trixie container will do" ;;
    esac
    # A change to the packages, the sources or to how they are fetched makes a new environment.
    local key
    key=$(cd .environment && cat packages sources fetch-sources warm-emscripten | sha256sum | cut -c1-12)
    mkdir -p "$cache"/{ccache,npm,tidy} || fail "cannot write to $cache"
    exec {lock}>"$cache/lock"
    flock --nonblock "$lock" || { say "Waiting for another ./dev to get the environment ready"; flock "$lock"; }
    if [ "$system" = 'debian 13' ]; then
        prepare_this_system "$cache/sources-$key"
    else
        prepare_folder "$cache/debian-13-$key"
    fi
    exec {lock}>&-
}

packages() { sed 's/#.*//' .environment/packages | xargs; }

# On Debian 13 itself, or in such a container: its own packages, and the sources in the cache.
prepare_this_system() {
    local sources=$1 missing
    missing=$(for name in $(packages); do
        dpkg-query --show --showformat '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || echo "$name"
    done)
    if [ -n "$missing" ]; then
        [ "$(id -u)" = 0 ] || fail "not root, and these packages are missing: $(echo $missing)"
        step "Installing missing packages" packages install_packages $missing
    fi
    if [ ! -d "$sources" ]; then
        rm -rf "$sources.part"
        step "Fetching library sources" sources .environment/fetch-sources "$sources.part"
        mv "$sources.part" "$sources"
    fi
    if [ ! -e "$sources/warm" ]; then
        step "Making Emscripten's system libraries (2 minutes, once)" emscripten .environment/warm-emscripten "$sources"
        touch "$sources/warm"
    fi
    enter=(env GOODWEEK_INSIDE=1 GOODWEEK_CACHE="$cache" GOODWEEK_SOURCES="$sources")
}

install_packages() {
    apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
}

# Elsewhere: a Debian 13 folder. It is made under another name and renamed when whole, so that one that was interrupted
# is never taken for a finished one.
prepare_folder() {
    local folder=$1
    enter=(.environment/enter "$folder")
    local tool
    for tool in unshare setpriv chroot mount flock; do
        command -v $tool >/dev/null || fail "$tool is missing: apt-get install util-linux mount coreutils"
    done
    unshare --mount --pid --fork true 2>/dev/null || fail "this container may not make namespaces (unshare): run it privileged, or use debian:trixie"
    [ ! -d "$folder" ] || return 0
    command -v mmdebstrap >/dev/null || step "Installing mmdebstrap" mmdebstrap install_packages mmdebstrap
    rm -rf --one-file-system "$folder.part"
    step "Making a Debian 13 folder (about 3 minutes, once)" debian-13 \
        mmdebstrap --mode=root --variant=apt --include="$(packages | tr ' ' ,)" \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' trixie "$folder.part"
    step "Fetching library sources" sources .environment/enter "$folder.part" .environment/fetch-sources /opt/goodweek
    step "Making Emscripten's system libraries (2 minutes, once)" emscripten \
        .environment/enter "$folder.part" .environment/warm-emscripten /opt/goodweek
    mv "$folder.part" "$folder"
}

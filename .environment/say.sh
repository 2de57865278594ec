# What people see: one line a step, long output in build/log, and its end when a step fails.
log_folder=build/log
trap 'exit 130' INT TERM

say() { printf '%s\n' "$*"; }

fail() {
    printf './dev: %s\n' "$*" >&2
    exit 1
}

no_network='Could not resolve|Temporary failure resolving|Could not connect|Network is unreachable|ENOTFOUND|EAI_AGAIN|ENETUNREACH'

# step "What happens" LOG COMMAND...
step() {
    local what=$1 log=$log_folder/$2.log began=$SECONDS
    shift 2
    mkdir -p "$log_folder"
    printf '%s ... ' "$what"
    if "$@" >"$log" 2>&1 </dev/null; then
        printf 'done, %d s\n' $((SECONDS - began))
        grep '^NOTE: ' "$log" || true
        return
    fi
    printf 'failed\n'
    ! grep -qE "$no_network" "$log" || fail "no network: $what needs one (the whole log is $log)"
    tail -n 25 "$log" >&2
    fail "$what failed; the whole log is $log"
}

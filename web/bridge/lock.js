// Which tab may write. The browser itself lets go of a lock when its tab ends, however it ends.

// Holds the lock until the tab ends or another steals it; then `lost` is told. Gives whether we have it.
export function holdLock(name, how, lost) {
    return new Promise((answer, failed) => {
        let had = false;
        navigator.locks.request(name, how, (lock) => {
            had = lock !== null;
            answer(had);
            return had ? new Promise(() => {}) : undefined;
        }).catch((problem) => (had ? lost() : failed(problem)));
    });
}

export function whileLocked(name, work) {
    return navigator.locks.request(name, work);
}

// The page's address after the #, and the browser's Back and Forward. Where we are is C++'s to say; the address
// follows it, so that a link can be copied and Back leads where a person expects.

export function followAddress({ scroller, go }) {
    let following = true;         // nobody has been anywhere yet: the first page takes the place of the blank one
    let scrollWanted = null;
    history.scrollRestoration = 'manual';

    const remember = () => history.replaceState({ scroll: scroller.scrollTop }, '');
    scroller.addEventListener('scrollend', remember, { passive: true });

    addEventListener('popstate', (event) => {
        scrollWanted = event.state?.scroll ?? 0;
        following = true;
        go(location.hash);
    });

    return {
        show(address, replace) {
            if (address === location.hash || (address === '' && location.hash === '')) return;
            if (replace || following) history.replaceState(history.state, '', address);
            else {
                remember();
                history.pushState({ scroll: 0 }, '', address);
            }
        },
        // After the page that Back led to is there.
        settle() {
            following = false;
            if (scrollWanted === null) return;
            scroller.scrollTop = scrollWanted;
            scrollWanted = null;
        },
    };
}

// Frames are drawn when something changed and at no other time: an idle page costs a phone nothing.

export function createLoop({ draw, now = () => performance.now() }) {
    let booked = 0;
    let timer = 0;
    const stats = { frames: 0 };

    // `draw` gives when it wants to be called again: 0 at the next frame, a number of milliseconds, or below 0 never.
    function frame() {
        cancelAnimationFrame(booked);
        clearTimeout(timer);
        booked = timer = 0;
        ++stats.frames;
        const again = draw(now());
        if (again === 0) wake();
        else if (again > 0) timer = setTimeout(wake, again);
    }

    function wake() {
        booked ||= requestAnimationFrame(frame);
    }

    return { wake, frameNow: frame, stats };
}

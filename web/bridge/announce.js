// Says results aloud through two permanent live regions. A region that is filled twice with the same words stays
// silent in some screen readers, so it is emptied first; one that is filled too often is never heard to the end.

const settle = 50;
const between = 1000;

export function createAnnouncer(regions) {
    const waiting = [];
    let speaking = false;

    function next() {
        const said = waiting.shift();
        speaking = said !== undefined;
        if (!speaking) return;
        const region = said.now ? regions.now : regions.polite;
        region.textContent = '';
        setTimeout(() => { region.textContent = said.words; }, settle);
        setTimeout(next, between);
    }

    return (words, now) => {
        if (now) waiting.unshift({ words, now });
        else waiting.push({ words, now });
        if (!speaking) next();
    };
}

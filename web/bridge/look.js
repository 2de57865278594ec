// What the page itself wears: how high the drawn page is, which theme, canvas or Plain page.

const themes = ['', 'light', 'dark'];

export function wearLook({ page, dialogs, scroller }) {
    const root = document.documentElement;
    const set = (name, value) => {
        if (value === '') delete root.dataset[name];
        else root.dataset[name] = value;
    };
    const px = (target, name, value) => {
        if (target.style.getPropertyValue(name) !== `${value}px`) target.style.setProperty(name, `${value}px`);
    };
    // In the order of app/shell/browser.h.
    return (contentHeight, barHeight, plain, theme, contrast, textScale, stillness) => {
        px(page, 'height', contentHeight);
        px(dialogs, 'min-height', 0);
        px(scroller, 'scroll-padding-bottom', barHeight + 8);
        document.body.classList.toggle('plain', plain !== 0);
        set('theme', themes[theme]);
        set('contrast', contrast ? 'more' : '');
        set('motion', stillness ? 'less' : '');
        root.style.setProperty('--text-scale', String(textScale));
    };
}

// A phone may take the drawing context back at any time. Without it the page is plain, and loses nothing.
export function watchCanvas(canvas, tell) {
    canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();   // else it is never given back
        tell(false);
    });
    canvas.addEventListener('webglcontextrestored', () => tell(true));
}

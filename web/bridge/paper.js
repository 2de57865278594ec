// What comes out of the printer is the page's own elements, not the canvas (plain.css): the whole page, or one section of it.

// `only` is the section's name, or nothing; `large` is for eyes that need large print. The page is as before afterwards.
export function print(only, large) {
    const wear = document.body.classList;
    const named = (section) => section.getAttribute('aria-label') === only;
    const sheet = only ? [...document.querySelectorAll('#ov section')].find(named) : undefined;
    wear.toggle('large-print', large);
    wear.toggle('prints-one', Boolean(sheet));
    sheet?.classList.add('printed');
    globalThis.addEventListener('afterprint', () => {
        wear.remove('large-print', 'prints-one');
        sheet?.classList.remove('printed');
    }, { once: true });
    globalThis.print();
}

// What families do, in the words on their screens. Each step ends when its result is on the page.

import { say } from './words.mjs';

export const passphrase = 'a kettle on a quiet hill';
// Opening and locking work out a key on purpose slowly, and on a busy machine slower still.
const slowly = { state: 'attached', timeout: 90_000 };

// First run, from the welcome to an empty Today.
export async function startFamily(phone, { home = 'The Thistlewicks', name = 'Amal' } = {}) {
    await phone.see(say('start.title'));
    await phone.press(new RegExp(`^${say('start.family')}\\.`), 'link');
    await makeFamily(phone, { home, name });
    await phone.see(new RegExp(name));
}

// From the first question to the recovery code given back.
export async function makeFamily(phone, { home = 'The Thistlewicks', name = 'Amal' } = {}) {
    await nameFamily(phone, { home, name });
    await lockFamily(phone);
}

// The first three questions of four.
export async function nameFamily(phone, { home, name }) {
    await phone.see(say('create.who_title'));
    await phone.type(say('create.home'), home);
    await phone.type(say('create.name'), name);
    await phone.press(say('do.continue'));
    await phone.see(say('create.look_title'));
    await phone.press(say('do.continue'));
    await phone.see(say('create.promise_title'));
    await phone.press(say('do.continue'));
}

// The lock, and the recovery code given back from paper.
export async function lockFamily(phone) {
    await phone.see(say('create.lock_title'));
    await phone.press(say('create.own_words'));
    await phone.type(say('create.own_label'), passphrase);
    await phone.type(say('create.own_again'), passphrase);
    await phone.press(say('create.make'));
    await phone.heading(say('recovery.title')).waitFor(slowly);
    const groups = await recoveryGroups(phone);
    await phone.press(say('recovery.written'));
    await phone.see(say('recovery.ask_title'));
    for (const field of await phone.page.getByRole('textbox').all()) await field.fill(groups[await askedGroup(field)]);
    await phone.press(say('recovery.check'));
}

export async function recoveryGroups(phone) {
    return (await phone.page.getByText(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/).first().textContent()).trim().split('-');
}

// Which of the groups a field asks for, from 0.
export async function askedGroup(field) {
    return Number((await field.evaluate((element) => element.labels[0].textContent)).match(/\d+/)[0]) - 1;
}

// With the passphrase, to whichever page the address leads.
export async function open(phone, secret = passphrase) {
    await phone.see(say('open.title'));
    await phone.type(say('open.passphrase'), secret);
    await phone.press(say('open.open'));
    await phone.heading(say('open.title')).waitFor({ ...slowly, state: 'detached' });
}

export async function goTo(phone, page) {
    await phone.page.evaluate((hash) => { location.hash = hash; }, `#/${page}`);
}

// On the disk, not only on the screen.
export async function saved(phone) {
    await phone.seeText(say('log.saved_here'));
    await phone.seeText(say('status.saved'));
}

async function startLog(phone, what) {
    await phone.press(say('place.log'), 'link');
    await phone.see(say('log.title'));
    await phone.page.getByRole('main').getByText(what, { exact: true }).click();
}

export async function logPeakFlow(phone, value, note = '') {
    await startLog(phone, say('measure.name.peak_flow'));
    await phone.page.getByRole('textbox', { name: /peak flow/ }).fill(value);
    if (note !== '') {
        await phone.press(say('log.add_note'));
        await phone.type(say('log.note'), note);
    }
    await phone.press(say('log.save_reading'));
    await saved(phone);
}

export async function logBloodPressure(phone, value) {
    await startLog(phone, say('measure.name.blood_pressure'));
    await phone.page.getByRole('textbox', { name: /blood pressure/ }).fill(value);
    await phone.press(say('log.save_reading'));
    await saved(phone);
}

export async function writeNote(phone, text) {
    await startLog(phone, say('kind.note'));
    await phone.page.getByRole('textbox').first().fill(text);
    await phone.press(say('log.save'));
    await saved(phone);
}

// The form of one thing to log, about one of several people where it says whom.
export async function logOne(phone, what, { about = null, fields = {}, choices = [], day = null }) {
    await goTo(phone, 'log');
    await phone.see(say('log.title'));
    if (about) await phone.choose(about);
    await goTo(phone, `log-one/=${what}`);
    await phone.page.getByRole('button', { name: new RegExp(`^${say('log.save')}`) }).waitFor({ state: 'attached' });
    for (const [label, text] of Object.entries(fields)) await phone.type(label, text);
    for (const name of choices) await phone.page.getByRole('radio', { name, exact: true }).click();
    if (day) {
        await phone.choose(say('when.another_day'));
        await typeDay(phone, day);
    }
    await phone.press(new RegExp(`^${say('log.save')}`));
    await saved(phone);
}

export async function addGoal(phone, words) {
    await goTo(phone, 'goals/=new');
    await phone.type(say('goal.question'), words);
    await phone.press(say('goal.save'));
    await phone.see(say('goal.quoted', { words }));
    await phone.seeText(say('goal.added'));
}

// Whatever is on its way has arrived, and what waits elsewhere has been fetched.
export async function syncNow(phone) {
    await goTo(phone, 'sync');
    await phone.see(say('sync.title'));
    await phone.page.getByRole('button', { name: say('sync.now') }).click();
    await phone.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await phone.page.getByRole('button', { name: say('sync.now') }).waitFor();
}

export async function allSent(phone) {
    await syncNow(phone);
    await phone.seeText(say('sync.none_waiting'));
}

// An invite's link, followed on the phone it was sent to.
export async function followInvite(phone, link) {
    await goTo(phone, link.slice(link.indexOf('#/') + 2));
    await phone.see(say('join.choose_title'));
}

// Nothing is shared until it is ticked.
export async function shareEverything(phone) {
    for (const box of await phone.page.getByRole('group', { name: say('sharing.legend') }).getByRole('checkbox').all()) await box.check();
}

export async function joinClinic(phone, link) {
    await followInvite(phone, link);
    await shareEverything(phone);
    await phone.press(say('join.join'));
    await phone.seeText(say('join.joined'));
}

// Everything the app is made of has come, and from here on there is no network.
export async function networkOff(phone) {
    await phone.page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    await goTo(phone, 'care-plan');
    await phone.found(phone.page.getByRole('link', { name: /^About me\./ }));
    await phone.context.setOffline(true);
}

// The page is loaded anew, network or not, and let in again: what is there now came from the disk. `when` is the day that
// has come meanwhile, if it is another.
export async function reopened(phone, page = 'today', when = null) {
    await goTo(phone, 'today');
    await phone.seeText(say('status.saved'));
    if (when) await phone.page.clock.setFixedTime(when);
    await phone.page.reload();
    await phone.ready();
    await open(phone);
    await goTo(phone, page);
}

// A day in the three boxes of a form.
export async function typeDay(phone, date, legend = null) {
    const boxes = legend ? phone.page.getByRole('group', { name: legend }) : phone.page;
    for (const [label, part] of [['ui.day', date.getDate()], ['ui.month', date.getMonth() + 1], ['ui.year', date.getFullYear()]])
        await boxes.getByRole('textbox', { name: say(label) }).fill(String(part));
}

// "3 March", and its year where that is another.
export function dayWords(date, today = new Date()) {
    const year = date.getFullYear() === today.getFullYear() ? '' : ` ${date.getFullYear()}`;
    return `${date.getDate()} ${say(`month.name.${date.getMonth() + 1}`)}${year}`;
}

// So many days before today.
export function daysAgo(days) {
    const day = new Date();
    day.setDate(day.getDate() - days);
    return day;
}

// `aged` is in whole years, and their birthday was last week.
export async function addPerson(phone, { name, relation = '', aged = null }) {
    await goTo(phone, 'person');
    await phone.type(say('person.name'), name);
    await phone.type(say('person.relation'), relation);
    if (aged !== null) {
        const born = daysAgo(7);
        born.setFullYear(born.getFullYear() - aged);
        await typeDay(phone, born);
    }
    await phone.press(say('person.add'));
    await phone.seeText(say('person.added', { name }));
}

// A page of the care plan, by its title.
export async function openSection(phone, title) {
    await goTo(phone, 'care-plan');
    await phone.press(new RegExp(`^${title}\\.`), 'link');
    await phone.see(title);
}

// What an entry's page says of it: "Written by", "Marnie".
export async function seeFact(phone, what, is) {
    const facts = phone.page.getByRole('list', { name: say('entry.facts') }).getByRole('listitem');
    await phone.found(facts.filter({ hasText: new RegExp(`^\\W*${what}\\W*${is}\\W*$`) }));
}

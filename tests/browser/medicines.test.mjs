// What was taken, in part, not, or nobody knows; and on how many days.

import { journey } from './support/journey.mjs';
import { daysAgo, goTo, logOne, reopened, seeFact } from './support/steps.mjs';
import { say } from './support/words.mjs';

const tansleys = { home: 'The Tansleys', name: 'Isolde', others: [{ name: 'Bram', relation: 'Son', aged: 6 }] };

journey('a dose is taken, taken in part, missed or not known, and the four weeks say on how many days it was', tansleys, async (phone) => {
    const days = [['medicine.taken', 0], ['medicine.some', 1], ['medicine.missed', 2], ['medicine.cannot_say', 3]];
    for (const [taken, ago] of days)
        await logOne(phone, 'medicine', { about: 'Bram', fields: { [say('medicine.question', { name: 'Bram' })]: 'Brown inhaler' },
            choices: [say(taken)], day: ago > 0 ? daysAgo(ago) : null });
    await goTo(phone, 'care-plan');
    await phone.choose('Bram');
    await phone.press(/^Medicines\./, 'link');
    await phone.press(say('section.add_first'));
    await phone.type('Medicine', 'Brown inhaler');
    await phone.page.getByRole('group', { name: 'Has somebody watched the inhaler being used?' }).getByRole('radio', { name: 'Not yet' }).click();
    await phone.press(say('do.save'));
    await phone.seeText('Not yet');

    await reopened(phone, 'watching');
    await phone.choose('Bram');
    const told = phone.page.getByRole('list', { name: say('medicines.title') }).getByRole('listitem');
    await phone.found(told.filter({ hasText: say('medicines.covered', { covered: '2', days: '4' }) })
        .filter({ hasText: say('medicines.rest', { missed: '1', unknown: '1' }) }));
    await phone.seeText(say('medicines.definition'));
    await goTo(phone, 'timeline');
    await phone.choose('Bram');
    for (const row of ['medicine.part', 'medicine.not_taken', 'medicine.not_known'])
        await phone.found(phone.page.getByRole('link', { name: say(row, { medicine: 'Brown inhaler' }) }));
    await phone.press(new RegExp(`^${say('medicine.not_known', { medicine: 'Brown inhaler' })}`), 'link');
    await seeFact(phone, say('entry.about'), 'Bram');
    await seeFact(phone, say('entry.written_by'), 'Isolde');
});

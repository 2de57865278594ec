// What help was used and what is underneath: what people notice is kept beside where it starts, and beside what already works.

import { journey } from './support/journey.mjs';
import { daysAgo, openSection, reopened, typeDay } from './support/steps.mjs';
import { say } from './support/words.mjs';

const hawthwaites = { home: 'The Hawthwaites', name: 'Gideon' };

journey('what help was used, the year before and since, and what is underneath, stand side by side', hawthwaites, async (phone) => {
    await openSection(phone, 'The year before');
    await phone.press(say('section.write'));
    await phone.type('A&E', '4');
    await phone.type('Nights in hospital', '0');
    await phone.choose('Remembered');
    await phone.press(say('do.save'));
    await phone.seeText('Remembered');
    await openSection(phone, 'Services we used');
    await phone.press(say('section.add_first'));
    await phone.type('What was it about?', 'Fell off the gate');
    await phone.choose('Stay in hospital');
    await typeDay(phone, daysAgo(40));
    await phone.type('Nights in hospital', '2');
    await phone.choose('Maybe');
    await phone.press(say('do.save'));
    await phone.seeText('Fell off the gate');
    await openSection(phone, 'What is underneath');
    await phone.press(say('section.add_first'));
    await phone.type('What is underneath?', 'The rent is two months behind');
    await phone.choose('Money and debt');
    await phone.type('What people notice', 'Late for school');
    await phone.press(say('do.save'));
    await phone.seeText('Late for school');
    await openSection(phone, 'What I am good at');
    await phone.press(say('section.add_first'));
    await phone.type('What I am good at, or what helps', 'Mends anything');
    await phone.press(say('do.save'));
    await phone.seeText('Mends anything');

    await reopened(phone);
    for (const [page, written] of Object.entries({
        'The year before': [/^4$/, /^0$/, 'Remembered'],
        'Services we used': ['Stay in hospital', /^Nights in hospital 2$/, 'Maybe'],
        'What is underneath': ['The rent is two months behind', 'Money and debt', 'Late for school'],
        'What I am good at': ['Mends anything'],
    })) {
        await openSection(phone, page);
        for (const words of written) await phone.found(phone.page.getByRole('main').getByText(words).first());
    }
});

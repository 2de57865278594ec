// What a vector of a bundle is read with: rosters, and the seeds that its reader was granted in them.

import { Roster, deviceId, openSeed } from './roster.mjs';
import { readVector } from './vector.mjs';
import { hex, kemPublic, KDF, signPublic, u32, unhex, unseal, zeros } from './words.mjs';

export function device(signSeed, kemSeed) {
    const [signKey, kemKey] = [signPublic(signSeed), kemPublic(kemSeed)];
    return { signSeed, kemSeed, signKey, kemKey, id: deviceId(signKey, kemKey) };
}

export function namedDevice(name) {
    for (const file of ['keys.txt', 'js-keys.txt']) {
        const line = readVector('roster', file).all('device').find((each) => each.split(' ')[0] === name);
        if (line) return device(...line.split(' ').slice(1).map(unhex));
    }
    throw new Error(`no keys for ${name}`);
}

export const rosterFrom = (file) => Roster.replay(readVector('roster', file).parts);

function openHistory(box, next, party, epochBefore) {
    const key = KDF(next, 'hist', party, u32(epochBefore));
    return unseal(key, box.subarray(0, 24), zeros(0), box.subarray(24));
}

// All seeds the roster gives this device: what it was granted, and from each epoch the one before.
export function seedsOf(roster, reader) {
    const seeds = new Map();
    for (const party of roster.parties.values()) {
        let newer = null;
        for (let number = party.epochs.length; number >= 1; --number) {
            const epoch = party.epochs[number - 1];
            const slot = epoch.holders.find((each) => each.device === hex(reader.id))?.slot;
            const seed = newer ? openHistory(newer.history, newer.seed, party.id, number)
                : slot && openSeed(slot, party.id, number, reader.id, reader.kemSeed, epoch.key);
            newer = seed ? { seed, history: epoch.history } : null;
            if (seed) seeds.set(`${hex(party.id)} ${number}`, { seed, key: epoch.key });
        }
    }
    return seeds;
}

// As a reader stands before a vector: nothing taken yet.
export function standing(vector) {
    const rosters = new Map();
    for (const kind of ['household', 'clinic']) {
        const roster = rosterFrom(vector.get(kind));
        rosters.set(hex(roster.group), roster);
    }
    const reader = namedDevice(vector.get('reader'));
    const own = [...rosters.values()].find((roster) => roster.devices.has(hex(reader.id)));
    return {
        group: unhex(vector.get('group')),
        channel: unhex(vector.get('channel')),
        rosters,
        seeds: own ? seedsOf(own, reader) : new Map(),
        chains: new Map(),
        reader,
    };
}


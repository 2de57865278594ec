// The few small things kept outside the vault, because they hold before anyone is let in: how the page looks, and
// which relay this host speaks of. Never anything about a family.

// Which profile of this browser: "home" unless the address says ?profile=name.
export function profileName(search) {
    const asked = new URLSearchParams(search).get('profile') ?? 'home';
    return /^[a-z0-9-]{1,32}$/.test(asked) ? asked : 'home';
}

export function memories(profile) {
    const read = (name) => localStorage.getItem(name) ?? '';
    return {
        look: () => read(`gw-look-${profile}`),
        rememberLook: (text) => localStorage.setItem(`gw-look-${profile}`, text),
        relay: () => read('gw-relay'),
        rememberRelay: (origin) => localStorage.setItem('gw-relay', origin),
    };
}

// The relay that whoever serves this page suggests, for a clinic being set up here. Fetched beside everything else, and
// remembered, so that it never delays a start without a network.
export async function relayOfHost(memory) {
    try {
        const response = await fetch('host.json', { cache: 'no-cache', signal: AbortSignal.timeout(3000) });
        const { relay } = await response.json();
        if (typeof relay === 'string') memory.rememberRelay(relay);
    } catch {
        // Offline, or a host that suggests none: what was remembered holds.
    }
}

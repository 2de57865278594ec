// The offline copy, and how a new version takes over: quietly, and only when a person says so.

import { scriptUrl } from './trusted.js';

// `beforeReload()` finishes what is being saved.
export async function watchUpdates({ workerUrl, bar, button, beforeReload }) {
    if (!navigator.serviceWorker) return;
    const registration = await navigator.serviceWorker.register(scriptUrl(workerUrl), { updateViaCache: 'none' }).catch(() => null);
    if (!registration) return;
    const offer = () => { bar.hidden = !(registration.waiting && navigator.serviceWorker.controller); };
    registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', offer);
    });
    offer();

    button.addEventListener('click', async () => {
        button.setAttribute('aria-disabled', 'true');
        await beforeReload();
        // Only this tab asked, so only this tab may be reloaded over what someone is writing.
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
        registration.waiting?.postMessage('take over');
    });
    addEventListener('online', () => registration.update().catch(() => {}));
}

// Files out of and into the page. Each of these is granted only inside a person's own press.

export const largestFile = 64 * 1024 * 1024;

// A phone's share sheet can hand a file to a message or another app; elsewhere, and where sharing is refused, the file
// is downloaded.
export async function offer(name, type, bytes, preferSharing) {
    const file = new File([bytes], name, { type });
    if (preferSharing && navigator.canShare?.({ files: [file] })) {
        try {
            await navigator.share({ files: [file] });
            return;
        } catch (refusal) {
            if (refusal.name === 'AbortError') return;   // they closed the sheet
        }
    }
    download(file);
}

function download(file) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    // Long enough for the slowest browser to have begun reading.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function pick(accept, take, tooLarge) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', async () => {
        const [file] = input.files;
        if (!file) return;
        if (file.size > largestFile) tooLarge();
        else take(file.name, new Uint8Array(await file.arrayBuffer()));
    });
    input.click();
}

// Gives whether the text is on the clipboard.
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}

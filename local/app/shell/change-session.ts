/**
 * Who works here, in which language and theme. The server keeps it; the page starts again with it.
 */
export interface SessionChange {
    readonly userId: string;
    readonly language?: number;
    readonly theme?: 'light' | 'dark';
}

export async function changeSession(change: SessionChange): Promise<void> {
    const response = await fetch('/app/client/session', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(change),
        credentials: 'same-origin',
    });
    if (!response.ok) {
        throw new Error(`The session could not be changed: the server answered ${response.status}.`);
    }
    window.location.reload();
}

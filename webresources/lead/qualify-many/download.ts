/** Hands a text to the user as a file. */
export function download(name: string, text: string, type: string): void {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // At once would be too early for some browsers.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

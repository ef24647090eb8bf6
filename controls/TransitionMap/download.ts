/** Hands a file to the browser, which asks where to put it or puts it among the downloads. */
export function download(name: string, content: string): void {
    const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
}

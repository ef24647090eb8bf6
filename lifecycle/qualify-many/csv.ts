const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as comma-separated values after RFC 4180, with a byte order mark, so that spreadsheets read it as UTF-8. A cell
 * that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
    return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(text: string): string {
    const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}

/** An id as the Web API writes it: lower case, without braces. */
export function plainId(id: string): string {
    return id.replace(/[{}]/g, '').toLowerCase();
}

/** An id as the Client API hands it out: upper case, in braces. */
export function bracedId(id: string): string {
    return `{${plainId(id).toUpperCase()}}`;
}

/** A new random id. */
export function newId(): string {
    return crypto.randomUUID();
}

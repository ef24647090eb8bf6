/** The Prefer header. Microsoft Learn, "Compose HTTP requests and handle errors", section Prefer. */
export interface Preferences {
    readonly returnRepresentation: boolean;
    readonly continueOnError: boolean;
    /** Rows per page. */
    readonly maxPageSize?: number;
    /** Whether an annotation such as `OData.Community.Display.V1.FormattedValue` is asked for. */
    includes(annotation: string): boolean;
    /** Any annotation is asked for. */
    readonly anyAnnotation: boolean;
    /** For the header Preference-Applied; absent when nothing was. */
    readonly applied?: string;
}

/** Splits at commas that are not in quotes. */
const PARTS = /(?:[^,"]|"[^"]*")+/g;

export function parsePreferences(header: string | undefined): Preferences {
    const applied: string[] = [];
    let patterns: readonly string[] = [];
    let maxPageSize: number | undefined;
    let returnRepresentation = false;
    let continueOnError = false;
    for (const part of header?.match(PARTS) ?? []) {
        const [name = '', ...rest] = part.trim().split('=');
        const value = rest
            .join('=')
            .trim()
            .replace(/^"(.*)"$/, '$1');
        switch (name.trim().toLowerCase()) {
            case 'return':
                returnRepresentation = value === 'representation';
                if (returnRepresentation) applied.push('return=representation');
                break;
            case 'odata.include-annotations':
                patterns = value.split(',').map((pattern) => pattern.trim());
                applied.push(`odata.include-annotations="${value}"`);
                break;
            case 'odata.maxpagesize': {
                const size = Number(value);
                if (Number.isInteger(size) && size > 0) {
                    maxPageSize = Math.min(size, 5000);
                    applied.push(`odata.maxpagesize=${size}`);
                }
                break;
            }
            case 'odata.continue-on-error':
                continueOnError = value === '' || value === 'true';
                break;
            default:
                // Unknown preferences are wishes that need not be met.
                break;
        }
    }
    const wanted = patterns.filter((pattern) => !pattern.startsWith('-'));
    return {
        returnRepresentation,
        continueOnError,
        ...(maxPageSize === undefined ? {} : { maxPageSize }),
        anyAnnotation: wanted.length > 0,
        includes: (annotation) =>
            wanted.some(
                (pattern) =>
                    pattern === '*' ||
                    pattern === annotation ||
                    (pattern.endsWith('*') && annotation.startsWith(pattern.slice(0, -1))),
            ),
        ...(applied.length > 0 ? { applied: applied.join(',') } : {}),
    };
}

/**
 * Pieces of SQL that carry their own parameters, so that no value is ever written into a statement's text.
 */
export type SqlParameter = string | number | bigint | Uint8Array | null;

export interface SqlFragment {
    readonly sql: string;
    readonly parameters: readonly SqlParameter[];
}

const isFragment = (value: SqlFragment | SqlParameter | boolean): value is SqlFragment =>
    typeof value === 'object' && value !== null && 'sql' in value;

/**
 * Tag for templates: fragments are put in as they are, everything else becomes a bound parameter.
 * SQLite knows no boolean, so true and false are bound as 1 and 0.
 */
export function sql(
    texts: TemplateStringsArray,
    ...values: readonly (SqlFragment | SqlParameter | boolean)[]
): SqlFragment {
    let text = texts[0] ?? '';
    const parameters: SqlParameter[] = [];
    values.forEach((value, index) => {
        if (isFragment(value)) {
            text += value.sql;
            parameters.push(...value.parameters);
        } else {
            text += '?';
            parameters.push(typeof value === 'boolean' ? Number(value) : value);
        }
        text += texts[index + 1] ?? '';
    });
    return { sql: text, parameters };
}

/** Text that this program wrote itself, such as a keyword or an alias. */
export const raw = (text: string): SqlFragment => ({ sql: text, parameters: [] });

/** A table's or column's name, quoted. */
export const identifier = (name: string): SqlFragment => raw(`"${name.replace(/"/g, '""')}"`);

/** Fragments one after the other with `separator` between. */
export function join(fragments: readonly SqlFragment[], separator: string): SqlFragment {
    return {
        sql: fragments.map((fragment) => fragment.sql).join(separator),
        parameters: fragments.flatMap((fragment) => fragment.parameters),
    };
}

/** A list of bound values: `?, ?, ?`. */
export const list = (values: readonly SqlParameter[]): SqlFragment => ({
    sql: values.map(() => '?').join(', '),
    parameters: values,
});

export const TRUE = raw('1');
export const FALSE = raw('0');

/** All of them; true when there is none. */
export function allOf(fragments: readonly SqlFragment[]): SqlFragment {
    if (fragments.length === 0) return TRUE;
    if (fragments.length === 1 && fragments[0]) return fragments[0];
    return join(fragments, ' AND ');
}

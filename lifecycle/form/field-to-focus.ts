/** A control of a column as forms tell it. */
export interface FieldOfColumn {
    /** Of the control, such as `need`, `header_need` or `header_process_need`. */
    readonly name: string;
    readonly isVisible: boolean;
}

export interface FieldToFocus {
    readonly name: string;
    /** What the process bar has to do before; null for nothing. */
    readonly processBar: 'collapsed' | 'floating' | null;
}

/** Process steps carry this prefix before the column's name, and a number behind it when the column is used twice. */
const PROCESS = /^header_process_/;

const HEADER = /^header_/;

/**
 * The field of a column that takes the focus: the form's own where there is one, out of the way of the process bar;
 * else the step in the process bar, whose flyout has to be open; else the one in the form's header.
 * @returns null when the form shows no field of the column
 */
export function fieldToFocus(fields: readonly FieldOfColumn[]): FieldToFocus | null {
    const visible = fields.filter(({ isVisible }) => isVisible).map(({ name }) => name);
    const onForm = visible.find((name) => !HEADER.test(name));
    if (onForm !== undefined) return { name: onForm, processBar: 'collapsed' };
    const step = visible.find((name) => PROCESS.test(name));
    if (step !== undefined) return { name: step, processBar: 'floating' };
    const [inHeader] = visible;
    return inHeader === undefined ? null : { name: inHeader, processBar: null };
}

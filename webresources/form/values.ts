import { selectName } from '../../lifecycle/columns';
import { plainId, type Row } from '../../lifecycle/row';
import type { FormHost } from '../xrm/host';

/** The values that the user sees, over those of columns that are not on the form. */
export function formValues(form: Xrm.FormContext, background: Row): Row {
    const values: Record<string, unknown> = { ...background };
    form.data.entity.attributes.forEach((attribute) => {
        values[attribute.getName()] = plainValue(attribute.getValue());
    });
    return values;
}

/**
 * Reads the columns that the rules look at and the form does not hold; nothing for a new row. A column that cannot be
 * read counts as blank.
 */
export async function readBackground(
    host: FormHost,
    form: Xrm.FormContext,
    table: string,
    columns: readonly string[],
): Promise<Row> {
    const id = form.data.entity.getId();
    const absent = [...new Set(columns)].filter((column) => !form.getAttribute(column));
    if (id === '' || absent.length === 0) return {};
    try {
        return await host.retrieve(table, plainId(id), `?$select=${absent.map(selectName).join(',')}`);
    } catch (error) {
        host.report(error);
        return {};
    }
}

/** A lookup as its id, a date in ISO form, anything else as it is. */
function plainValue(value: unknown): unknown {
    if (value instanceof Date) return value.toISOString();
    if (!Array.isArray(value)) return value;
    const [first] = value;
    return typeof first === 'object' && first !== null && 'id' in first ? plainId(String(first.id)) : value;
}

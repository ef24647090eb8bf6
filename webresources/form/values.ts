import { selectName } from '../../lifecycle/columns';
import { formRow, type FormColumn } from '../../lifecycle/form/form-row';
import { plainId, type Row } from '../../lifecycle/row';
import type { FormHost } from '../xrm/host';

/** The values that the user sees, over those of columns that are not on the form. */
export function formValues(form: Xrm.FormContext, background: Row): Row {
    const columns: FormColumn[] = [];
    form.data.entity.attributes.forEach((attribute) => {
        columns.push([attribute.getName(), attribute.getValue()]);
    });
    return formRow(columns, background);
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

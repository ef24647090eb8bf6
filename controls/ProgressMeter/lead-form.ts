import { Table } from '../../lifecycle/columns';
import { fieldToFocus, type FieldOfColumn } from '../../lifecycle/form/field-to-focus';
import { formRow, type FormColumn } from '../../lifecycle/form/form-row';
import { plainId, type Row } from '../../lifecycle/row';
import { findXrm } from '../host/page-xrm';

/** The form around a component, as far as a meter needs it. */
export interface LeadForm {
    has(column: string): boolean;
    /** What the user sees, saved or not, over the values of columns that are not on the form. */
    values(background: Row): Row;
    /** @returns what stops the listening */
    listen(columns: readonly string[], listener: () => void): () => void;
    /** Whether the form shows a field of the column. */
    isReachable(column: string): boolean;
    focus(column: string): void;
    /** Whether the row can be edited; a closed lead cannot. */
    isEditable(): boolean;
}

/** Form types that can be edited (Microsoft Learn, "getFormType (Client API reference)"): create and update. */
const EDITABLE: readonly number[] = [1, 2];

type Field = Pick<Xrm.Controls.StandardControl, 'getName' | 'getVisible' | 'setFocus'>;

/**
 * The form that shows a lead. The component framework knows no form, so the page's is asked, which only a model-driven
 * app has; elsewhere a component shows what is saved.
 * @param leadId empty for a new lead
 */
export function findLeadForm(leadId: string): LeadForm | null {
    const form = findXrm()?.Page as Partial<Xrm.FormContext> | undefined;
    const entity = form?.data?.entity;
    if (!form || entity?.getEntityName() !== Table.lead || plainId(entity.getId()) !== plainId(leadId)) return null;
    const attributeOf = (column: string): Xrm.Attributes.Attribute | null => form.getAttribute?.(column) ?? null;
    const fieldsOf = (column: string): readonly Field[] => {
        const fields: Field[] = [];
        attributeOf(column)?.controls.forEach((control) => fields.push(control as Field));
        return fields;
    };
    const described = (column: string): readonly FieldOfColumn[] =>
        fieldsOf(column).map((field) => ({ name: field.getName(), isVisible: field.getVisible() }));
    return {
        has: (column) => attributeOf(column) !== null,
        values: (background) => {
            const columns: FormColumn[] = [];
            entity.attributes.forEach((attribute) => void columns.push([attribute.getName(), attribute.getValue()]));
            return formRow(columns, background);
        },
        listen: (columns, listener) => {
            columns.forEach((column) => attributeOf(column)?.addOnChange(listener));
            return () => columns.forEach((column) => attributeOf(column)?.removeOnChange(listener));
        },
        isReachable: (column) => fieldToFocus(described(column)) !== null,
        focus: (column) => {
            const target = fieldToFocus(described(column));
            if (!target) return;
            // The type definitions lack "floating", which only the Unified Interface has.
            if (target.processBar) form.ui?.process?.setDisplayState(target.processBar as Xrm.DisplayState);
            fieldsOf(column)
                .find((field) => field.getName() === target.name)
                ?.setFocus();
        },
        isEditable: () => EDITABLE.includes(form.ui?.getFormType() ?? 0),
    };
}

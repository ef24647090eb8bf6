import { textOf, type Row } from '../../../lifecycle/row';
import { DetailColumn } from '../lead-columns';
import { shownText } from '../lead-details';
import type { OwnText } from '../texts';
import type { Field } from './FieldGroup';

export function contactFields(row: Row, text: OwnText): readonly Field[] {
    const email = shownText(row, DetailColumn.email);
    const phone = (column: string): Pick<Field, 'value' | 'href'> => {
        const number = shownText(row, column);
        return { value: number, ...(number !== '' && { href: `tel:${number.replace(/[^\d+]/g, '')}` }) };
    };
    return [
        { label: text('field.phone'), ...phone(DetailColumn.phone) },
        { label: text('field.mobile'), ...phone(DetailColumn.mobile) },
        { label: text('field.email'), value: email, ...(email !== '' && { href: `mailto:${email}` }) },
    ];
}

export function companyFields(row: Row, text: OwnText): readonly Field[] {
    const website = shownText(row, DetailColumn.website);
    const place = [shownText(row, DetailColumn.postalCode), shownText(row, DetailColumn.city)]
        .filter(Boolean)
        .join(' ');
    const address = [shownText(row, DetailColumn.street), place, shownText(row, DetailColumn.country)].filter(Boolean);
    return [
        { label: text('field.company'), value: shownText(row, DetailColumn.companyName) },
        // Only addresses of the web: a column may hold anything, script addresses included.
        {
            label: text('field.website'),
            value: website,
            ...(/^https?:\/\//i.test(website) && { href: website }),
        },
        { label: text('field.address'), value: address.join(', ') },
        { label: text('field.industry'), value: shownText(row, DetailColumn.industry) },
        { label: text('field.employees'), value: shownText(row, DetailColumn.employees) },
        { label: text('field.revenue'), value: shownText(row, DetailColumn.revenue) },
    ];
}

export function leadFields(row: Row, text: OwnText): readonly Field[] {
    return [
        { label: text('field.topic'), value: shownText(row, DetailColumn.topic) },
        { label: text('field.source'), value: shownText(row, DetailColumn.source) },
        { label: text('field.estimatedAmount'), value: shownText(row, DetailColumn.estimatedAmount) },
        { label: text('field.owner'), value: lookupText(row, DetailColumn.owner) },
        { label: text('field.createdOn'), value: shownText(row, DetailColumn.createdOn) },
        { label: text('field.description'), value: shownText(row, DetailColumn.description) },
        {
            label: text('field.disqualificationReason'),
            value: lookupText(row, DetailColumn.disqualificationReason),
        },
        { label: text('field.revisitOn'), value: shownText(row, DetailColumn.revisitOn) },
    ];
}

/** A lookup's name; its id says nothing to a user. */
function lookupText(row: Row, column: string): string {
    return textOf(row, `_${column}_value@OData.Community.Display.V1.FormattedValue`);
}

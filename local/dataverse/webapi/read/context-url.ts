/** `@odata.context`: which properties an answer has. */
import type { ODataQuery } from '../../query/odata/parse-query';
import { propertyName } from '../../query/odata/resolve';

/** `(fullname,Contact_Tasks(subject))`; empty when everything is there. */
export function selectionText(query: ODataQuery): string {
    const names = query.select === 'all' ? [] : query.select.map(propertyName);
    const expands = query.expands.map((expand) => `${expand.property}${selectionText(expand.query) || '()'}`);
    const all = [...names, ...expands];
    return all.length === 0 ? '' : `(${all.join(',')})`;
}

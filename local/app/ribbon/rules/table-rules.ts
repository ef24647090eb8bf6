/**
 * Rules about the table and what the user may do with it.
 */
import type { ClientTable } from '../../../dataverse/client/types';
import type { RuleContext } from './rule-context';

const DEPTHS: Readonly<Record<string, number>> = { Basic: 1, Local: 2, Deep: 4, Global: 8, None: 0 };
type Privilege = keyof ClientTable['privileges'];

export function testEntityRule(element: Element, context: RuleContext): boolean {
    const name = element.getAttribute('EntityName');
    const target = subject(element, context);
    const where = element.getAttribute('Context');
    return (name === null || name === target) && (where === null || where === context.target.location);
}

/** The user has a privilege on a table, at least as deep as asked for. */
export async function testEntityPrivilegeRule(element: Element, context: RuleContext): Promise<boolean> {
    const name = element.getAttribute('EntityName') ?? subject(element, context);
    const table = name === context.target.table.logicalName ? context.target.table : await context.platform.table(name);
    const wanted = DEPTHS[element.getAttribute('PrivilegeDepth') ?? 'Basic'] ?? 1;
    return table.privileges[privilege(element)] >= wanted;
}

/**
 * The user may do something with the selected rows. The table's privilege decides here; a row that only some of the
 * users may change is refused by the server.
 */
export function testRecordPrivilegeRule(element: Element, context: RuleContext): boolean {
    return context.target.table.privileges[privilege(element)] > 0;
}

export function testEntityPropertyRule(element: Element, context: RuleContext): boolean {
    const { table } = context.target;
    const wanted = element.getAttribute('PropertyValue') !== 'false';
    switch (element.getAttribute('PropertyName')) {
        case 'HasActivities':
            return table.hasActivities === wanted;
        case 'HasNotes':
            return table.hasNotes === wanted;
        case 'IsActivity':
            return table.isActivity === wanted;
        case 'HasStateCode':
            return 'statecode' in table.columns === wanted;
        default:
            // Duplicate detection, mail merge, offline and the like are not part of the local Dataverse.
            return !wanted;
    }
}

/** Subgrids: `AppliesTo="PrimaryEntity"` means the form around them. */
function subject(element: Element, context: RuleContext): string {
    const { target } = context;
    if (target.location === 'SubGrid' && element.getAttribute('AppliesTo') === 'PrimaryEntity') {
        const form = target.primaryControl as { data?: { entity?: { getEntityName?: () => string } } } | null;
        return form?.data?.entity?.getEntityName?.() ?? target.table.logicalName;
    }
    return target.table.logicalName;
}

function privilege(element: Element): Privilege {
    const type = element.getAttribute('PrivilegeType') ?? 'Read';
    return (type.charAt(0).toLowerCase() + type.slice(1)) as Privilege;
}

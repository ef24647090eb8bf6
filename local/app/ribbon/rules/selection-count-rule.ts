import type { RuleContext } from './rule-context';

/** How many rows are selected. `AppliesTo` PrimaryEntity on a form counts the form's own row. */
export function testSelectionCountRule(element: Element, context: RuleContext): boolean {
    const { target } = context;
    const onForm =
        target.location === 'Form' ||
        (target.location === 'SubGrid' && element.getAttribute('AppliesTo') === 'PrimaryEntity');
    const count = onForm ? (target.recordId ? 1 : 0) : target.selectedIds.length;
    const minimum = Number(element.getAttribute('Minimum') ?? 0);
    const maximum = element.getAttribute('Maximum');
    return count >= minimum && (maximum === null || count <= Number(maximum));
}

import { LeadColumn } from '../columns';
import { numberOf, type Row } from '../row';

/** Where the lead was before it was closed, if it may go back there; else the first status reason that it may go to. */
export function proposeStatus(
    lead: Row,
    targets: readonly { readonly value: number; readonly way: unknown }[],
): number | null {
    const previous = numberOf(lead, LeadColumn.previousStatus);
    const possible = targets.filter(({ way }) => way !== null);
    return (possible.find(({ value }) => value === previous) ?? possible[0])?.value ?? null;
}

import { isReference } from '../row-storage';
import { isGiven, resulting, type Draft } from './draft';

/** Tables whose `customerid` is the account, else the contact, that they name one by one. */
const TABLES: ReadonlySet<string> = new Set(['lead', 'opportunity']);

/**
 * Keeps the potential customer and the two lookups beside it telling the same story: a customer that is given fills
 * the lookup of its kind, and the lookups make the customer, account first.
 */
export function setCustomer(draft: Draft): void {
    const { plan, values } = draft;
    if (!TABLES.has(plan.table.logicalName)) {
        return;
    }
    if (isGiven(draft, 'customerid')) {
        const customer = values.customerid;
        if (isReference(customer)) {
            const lookup = customer.table === 'account' ? 'parentaccountid' : 'parentcontactid';
            if (plan.stored.has(lookup) && !isGiven(draft, lookup)) {
                values[lookup] = customer;
            }
        }
        return;
    }
    if (isGiven(draft, 'parentaccountid') || isGiven(draft, 'parentcontactid')) {
        const account = resulting(draft, 'parentaccountid');
        values.customerid = account ?? resulting(draft, 'parentcontactid');
    }
}

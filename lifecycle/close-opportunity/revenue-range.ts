import { isRow, numberOf } from '../row';

/** What the actual revenue may be, in the opportunity's currency. */
export interface RevenueRange {
    readonly least: number;
    readonly most: number;
}

/** Reads what the column holds. */
export const revenueRangeAddress =
    "EntityDefinitions(LogicalName='opportunity')/Attributes(LogicalName='actualvalue')" +
    '/Microsoft.Dynamics.CRM.MoneyAttributeMetadata?$select=LogicalName,MinValue,MaxValue';

/** Range of the stock column (Microsoft Learn, "Opportunity table/entity reference"). */
const STOCK_MOST = 1_000_000_000_000;

/** Nobody is paid less than nothing, whatever the column would hold. */
export function readRevenueRange(attribute: unknown): RevenueRange {
    const row = isRow(attribute) ? attribute : {};
    return {
        least: Math.max(0, numberOf(row, 'MinValue') ?? 0),
        most: numberOf(row, 'MaxValue') ?? STOCK_MOST,
    };
}

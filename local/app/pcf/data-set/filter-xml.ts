/** Filters of a data set (Microsoft Learn, "FilterExpression") as FetchXML. */

type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
type ConditionExpression = ComponentFramework.PropertyHelper.DataSetApi.ConditionExpression;

/** FetchXML operators by the numbers of `ConditionOperator` in the SDK. */
const OPERATORS: Readonly<Record<number, string>> = {
    0: 'eq',
    1: 'ne',
    2: 'gt',
    3: 'lt',
    4: 'ge',
    5: 'le',
    6: 'like',
    8: 'in',
    12: 'null',
    14: 'yesterday',
    15: 'today',
    16: 'tomorrow',
    17: 'last-seven-days',
    18: 'next-seven-days',
    19: 'last-week',
    20: 'this-week',
    22: 'last-month',
    23: 'this-month',
    25: 'on',
    26: 'on-or-before',
    27: 'on-or-after',
    28: 'last-year',
    29: 'this-year',
    33: 'last-x-days',
    34: 'next-x-days',
    37: 'last-x-months',
    38: 'next-x-months',
    49: 'like',
    70: 'in-fiscal-period-and-year',
    75: 'above',
    76: 'under',
    77: 'not-under',
    78: 'eq-or-under',
    79: 'eq-or-above',
    87: 'contain-values',
};

const CONTAINS = 49;
const OR = 1;

/** Operators that take no value. */
const WITHOUT_VALUE: ReadonlySet<string> = new Set([
    'null',
    'yesterday',
    'today',
    'tomorrow',
    'last-seven-days',
    'next-seven-days',
    'last-week',
    'this-week',
    'last-month',
    'this-month',
    'last-year',
    'this-year',
]);

/** @throws Error for an operator that data sets do not know */
export function filterXml(expression: FilterExpression): string {
    const type = expression.filterOperator === OR ? 'or' : 'and';
    const parts = [...expression.conditions.map(conditionXml), ...(expression.filters ?? []).map(filterXml)];
    return `<filter type="${type}">${parts.join('')}</filter>`;
}

function conditionXml(condition: ConditionExpression): string {
    const operator = OPERATORS[condition.conditionOperator];
    if (!operator) {
        throw new Error(
            `setFilter: condition operator ${condition.conditionOperator} of "${condition.attributeName}" is unknown.`,
        );
    }
    const head =
        `<condition ${condition.entityAliasName ? `entityname="${escape(condition.entityAliasName)}" ` : ''}` +
        `attribute="${escape(condition.attributeName)}" operator="${operator}"`;
    if (WITHOUT_VALUE.has(operator)) return `${head}/>`;
    if (Array.isArray(condition.value)) {
        return `${head}>${condition.value.map((value) => `<value>${escape(String(value))}</value>`).join('')}</condition>`;
    }
    const value = condition.conditionOperator === CONTAINS ? `%${condition.value}%` : String(condition.value);
    return `${head} value="${escape(value)}"/>`;
}

function escape(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

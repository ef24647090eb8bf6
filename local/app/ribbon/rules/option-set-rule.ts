import type { RuleContext } from './rule-context';

/**
 * Whether a state has just one status reason, as the stock rules for "Qualify" and "Disqualify" use it: one makes a
 * plain button, several a menu.
 */
export function testOptionSetRule(element: Element, context: RuleContext): boolean {
    const { table } = context.target;
    const optionSet = element.getAttribute('OptionSet') ?? '';
    const column = optionSet.startsWith(`${table.logicalName}_`)
        ? optionSet.slice(table.logicalName.length + 1)
        : optionSet;
    const state = Number(element.getAttribute('StateCode'));
    const options = table.columns[column]?.options ?? [];
    return options.filter((option) => option.state === state).length === 1;
}

/** Operators of the platform that this one refuses by name, so that no query silently answers wrong rows. */

/** FetchXML name → Web API name. */
export const MISSING_OPERATORS: ReadonlyMap<string, string> = new Map([
    ['above', 'Above'],
    ['eq-or-above', 'AboveOrEqual'],
    ['under', 'Under'],
    ['eq-or-under', 'UnderOrEqual'],
    ['not-under', 'NotUnder'],
    ['eq-useroruserhierarchy', 'EqualUserOrUserHierarchy'],
    ['eq-useroruserhierarchyandteams', 'EqualUserOrUserHierarchyAndTeams'],
    ['in-fiscal-period', 'InFiscalPeriod'],
    ['in-fiscal-period-and-year', 'InFiscalPeriodAndYear'],
    ['in-fiscal-year', 'InFiscalYear'],
    ['in-or-after-fiscal-period-and-year', 'InOrAfterFiscalPeriodAndYear'],
    ['in-or-before-fiscal-period-and-year', 'InOrBeforeFiscalPeriodAndYear'],
    ['last-fiscal-period', 'LastFiscalPeriod'],
    ['last-fiscal-year', 'LastFiscalYear'],
    ['last-x-fiscal-periods', 'LastXFiscalPeriods'],
    ['last-x-fiscal-years', 'LastXFiscalYears'],
    ['next-fiscal-period', 'NextFiscalPeriod'],
    ['next-fiscal-year', 'NextFiscalYear'],
    ['next-x-fiscal-periods', 'NextXFiscalPeriods'],
    ['next-x-fiscal-years', 'NextXFiscalYears'],
    ['this-fiscal-period', 'ThisFiscalPeriod'],
    ['this-fiscal-year', 'ThisFiscalYear'],
]);

/** Icons of the Sales app's tables, where a site map names none. */
const ICONS: Readonly<Record<string, string>> = {
    account: 'Page',
    activitypointer: 'CheckList',
    appointment: 'Calendar',
    campaign: 'Flag',
    competitor: 'People',
    contact: 'Contact',
    email: 'Mail',
    lead: 'Contact',
    opportunity: 'Flag',
    phonecall: 'Phone',
    systemuser: 'Contact',
    task: 'CheckList',
    team: 'People',
};

/** The icon for a table's entry. */
export function tableIcon(table: string | undefined): string {
    return (table && ICONS[table]) || 'Table';
}

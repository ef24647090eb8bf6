/**
 * The address of a row's form (Microsoft Learn, "Open apps, forms, views, dialogs, and reports with a URL"), in the app
 * that the dialog lies in, where its address can be seen.
 * @param clientUrl the environment's address without a slash at its end
 */
export function recordAddress(clientUrl: string, table: string, id: string, page: Window = window): string {
    const app = new URLSearchParams(searchAround(page)).get('appid');
    const query = new URLSearchParams({
        ...(app !== null && { appid: app }),
        pagetype: 'entityrecord',
        etn: table,
        id,
    });
    return `${clientUrl}/main.aspx?${query.toString()}`;
}

function searchAround(page: Window): string {
    try {
        return page.top?.location.search ?? '';
    } catch {
        // A page of another origin around the app, such as Teams.
        return page.parent.location.search;
    }
}

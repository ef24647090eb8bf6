/** `/WebResources/<name>`: content of webresource rows, as imported. */
import type { Environment } from '../pipeline/types';
import { webResourceContentType } from './content-types';
import type { FileContent } from './file-answer';

/** What HTML web resources load to reach the client API of the page around them. */
export const CLIENT_GLOBAL_CONTEXT = 'ClientGlobalContext.js.aspx';

const GLOBAL_CONTEXT_SCRIPT = `(function () {
    var frame = window;
    while (!frame.Xrm && frame.parent !== frame) { frame = frame.parent; }
    window.Xrm = window.Xrm || frame.Xrm;
    window.GetGlobalContext = function () { return window.Xrm.Utility.getGlobalContext(); };
})();
`;

/**
 * @param name as in the address: `prefix_/lead/form.js`
 * @param immutable the address holds a version
 */
export function webResource(environment: Environment, name: string, immutable: boolean): FileContent | undefined {
    if (name.endsWith(CLIENT_GLOBAL_CONTEXT)) {
        return { body: GLOBAL_CONTEXT_SCRIPT, contentType: webResourceContentType(3), immutable: false };
    }
    const row = environment.store
        .prepare<{
            content: string | null;
            type: number | null;
        }>(
            'SELECT content, webresourcetype AS type FROM webresource WHERE name = ? OR lower(name) = lower(?) ORDER BY name = ? DESC LIMIT 1',
        )
        .get(name, name, name);
    if (!row) return undefined;
    return { body: Buffer.from(row.content ?? '', 'base64'), contentType: webResourceContentType(row.type), immutable };
}

import type { Language } from '../../lifecycle/defaults';
import { format, type Text, type TextKey } from '../../lifecycle/messages';

/** Name of the RESX web resources without language and extension, as `getResourceString` wants it. */
const RESOURCE = 'llc_/strings/LeadLifecycle';

/** Gives the template of a key; undefined for one that is not there. */
type Templates = (key: TextKey) => string | undefined;

/**
 * The texts in the user's language. The platform has them when the script that asks depends on the RESX web resource
 * and is loaded with it; a command may be loaded on its own, and then the file is read once.
 */
export async function loadTexts(language: Language): Promise<Text> {
    const templates = (await fromPlatform()) ?? (await fromFile(language));
    return (key, ...values) => format(templates(key) ?? key, values);
}

async function fromPlatform(): Promise<Templates | null> {
    const templates: Templates = (key) => {
        try {
            return Xrm.Utility.getResourceString(RESOURCE, key) || undefined;
        } catch {
            return undefined;
        }
    };
    const probe = templates('button.cancel');
    return probe === undefined || probe === 'button.cancel' ? null : templates;
}

async function fromFile(language: Language): Promise<Templates> {
    const clientUrl = Xrm.Utility.getGlobalContext().getClientUrl();
    const response = await fetch(`${clientUrl}/WebResources/${RESOURCE}.${language}.resx`);
    if (!response.ok) throw new Error(`Loading the texts ${RESOURCE}.${language}.resx failed with ${response.status}.`);
    const texts = parseResx(await response.text());
    return (key) => texts.get(key);
}

/** Values of a RESX file by name. */
export function parseResx(xml: string): ReadonlyMap<string, string> {
    const resx = new DOMParser().parseFromString(xml, 'text/xml');
    return new Map(
        Array.from(resx.querySelectorAll('root > data')).map((data) => [
            data.getAttribute('name') ?? '',
            data.querySelector('value')?.textContent ?? '',
        ]),
    );
}

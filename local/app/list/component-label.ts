import type { ClientControl } from '../../dataverse/client/types';
import { loadStrings } from '../pcf/strings';
import type { Platform } from '../platform/types';
import { parseXml } from '../platform/xml';

/** What can be said of a component before its manifest is read: `prefix_Namespace.FocusedView` reads "Focused View". */
export function wordsOf(component: string): string {
    return component.slice(component.lastIndexOf('.') + 1).replace(/([a-z\d])([A-Z])/g, '$1 $2');
}

/**
 * The display name of a code component in the user's language, from its manifest and texts.
 * @param read answers the file at an address; undefined when there is none
 * @returns the words of its technical name where the texts have none
 */
export async function componentLabel(
    platform: Pick<Platform, 'webApi' | 'environment'>,
    component: string,
    read: (address: string) => Promise<string | undefined>,
): Promise<string> {
    const { body } = await platform.webApi.request('GET', `/app/client/controls/${encodeURIComponent(component)}`);
    const { manifestXml, baseUrl } = body as ClientControl;
    const manifest = parseXml(manifestXml, component);
    const key = manifest.querySelector('control')?.getAttribute('display-name-key') ?? '';
    const paths = [...manifest.querySelectorAll('resources > resx')].map((resx) => resx.getAttribute('path') ?? '');
    const { language } = platform.environment.user;
    const strings = await loadStrings(paths, language, (path) => read(baseUrl + path));
    return strings.get(key) ?? wordsOf(component);
}

import { child, descendants, parseXml, type XmlElement } from '../packager/xml';

/** Attributes that name a component, the best first. */
const NAMES = ['LocalizedName', 'displayName', 'name', 'OriginalName', 'id'];

/**
 * The failures of an import log (`importjob.data`), readable: kind and name of the component, what is wrong, the code.
 * @param log the XML; an empty or broken one gives no failures
 * @returns one line each, none twice
 */
export function failuresOf(log: string): readonly string[] {
    const lines = [...resultsOf(log)]
        .filter(({ result }) => result.attributes['result'] === 'failure')
        .map(({ component, result }) => {
            const { errortext = '', errorcode = '' } = result.attributes;
            const text = errortext.trim() === '' ? 'failed without an explanation' : errortext.trim();
            return `${nameOf(component)}: ${text}${/^0?$/.test(errorcode) ? '' : ` [${errorcode}]`}`;
        });
    return [...new Set(lines)];
}

/** Whether the import that left this log was a success: its solution says so, and nothing failed. */
export function succeeded(log: string): boolean {
    const results = [...resultsOf(log)];
    return (
        results.some(
            ({ component, result }) =>
                component.name === 'solutionManifest' && result.attributes['result'] === 'success',
        ) && results.every(({ result }) => result.attributes['result'] !== 'failure')
    );
}

interface ComponentResult {
    readonly component: XmlElement;
    readonly result: XmlElement;
}

function* resultsOf(log: string): Iterable<ComponentResult> {
    const root = rootOf(log);
    if (!root) return;
    for (const component of [root, ...descendants(root)]) {
        const result = child(component, 'result');
        if (result) yield { component, result };
    }
}

function rootOf(log: string): XmlElement | undefined {
    try {
        return parseXml(log, 'import log');
    } catch {
        return undefined;
    }
}

/** `webResource llc_/lead/form.js`, from an element such as `<webResource name="llc_/lead/form.js">`. */
function nameOf({ name, attributes }: XmlElement): string {
    const kind = KINDS.get(name) ?? name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    const component = NAMES.map((attribute) => attributes[attribute]).find((value) => value && value.trim() !== '');
    return component === undefined ? kind : `${kind} ${component}`;
}

/** Elements of the log whose name is not what people call the component. */
const KINDS: ReadonlyMap<string, string> = new Map([
    ['solutionManifest', 'solution'],
    ['entity', 'table'],
    ['attribute', 'column'],
    ['optionSet', 'choice'],
    ['savedQuery', 'view'],
    ['rootComponent', 'component'],
]);

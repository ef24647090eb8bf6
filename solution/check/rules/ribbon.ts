import { descendants, type XmlElement } from '../../packager/xml';
import { Finding } from '../finding';
import type { SolutionFiles } from '../solution-files';

/** Every command, rule and label that a ribbon refers to is defined in the same ribbon. */
export function ribbon(files: SolutionFiles): Finding[] {
    return files.xmlFiles
        .filter((file) => file.path.endsWith('RibbonDiff.xml'))
        .flatMap(({ path, root }) => {
            const all = [...descendants(root)];
            const ids = (names: readonly string[], within: string): ReadonlySet<string> =>
                new Set(
                    all
                        .filter((element) => element.name === within)
                        .flatMap((container) => container.children)
                        .filter((element) => names.includes(element.name))
                        .map((element) => element.attributes['Id'] ?? ''),
                );
            const commands = ids(['CommandDefinition'], 'CommandDefinitions');
            const enableRules = ids(['EnableRule'], 'RuleDefinitions').size
                ? ids(['EnableRule'], 'RuleDefinitions')
                : ids(['EnableRule'], 'EnableRules');
            const displayRules = ids(['DisplayRule'], 'DisplayRules');
            const locLabels = ids(['LocLabel'], 'LocLabels');
            const definitions = all.find((element) => element.name === 'RuleDefinitions');
            return [
                ...all.flatMap((element) => danglingLabels(path, element, locLabels)),
                ...all
                    .filter((element) => element.attributes['Command'] !== undefined)
                    .filter((element) => !commands.has(element.attributes['Command'] ?? ''))
                    .map((element) => dangling(path, element, 'command', element.attributes['Command'])),
                ...all
                    .filter((element) => element.name === 'CommandDefinition')
                    .flatMap((command) => [...descendants(command)])
                    .filter((element) => element.name === 'EnableRule' || element.name === 'DisplayRule')
                    .filter(
                        (element) =>
                            !(element.name === 'EnableRule' ? enableRules : displayRules).has(
                                element.attributes['Id'] ?? '',
                            ) || !isDefined(definitions, element),
                    )
                    .map((element) => dangling(path, element, 'rule', element.attributes['Id'])),
            ];
        });
}

function isDefined(definitions: XmlElement | undefined, rule: XmlElement): boolean {
    if (!definitions) return false;
    return [...descendants(definitions)].some(
        (element) => element.name === rule.name && element.attributes['Id'] === rule.attributes['Id'],
    );
}

function danglingLabels(path: string, element: XmlElement, locLabels: ReadonlySet<string>): Finding[] {
    return Object.values(element.attributes)
        .filter((value) => value.startsWith('$LocLabels:'))
        .filter((value) => !locLabels.has(value.slice('$LocLabels:'.length)))
        .map((value) => dangling(path, element, 'label', value.slice('$LocLabels:'.length)));
}

function dangling(path: string, element: XmlElement, what: string, name: string | undefined): Finding {
    return new Finding(
        path,
        element.line,
        `<${element.name}> refers to the ${what} ${name}, which is not defined here`,
    );
}

/** A solution file as manifest and content; the store is not asked. */
import { DataverseError } from '../errors';

import { readComponents } from './components';
import { readLanguages } from './components/labels';
import type { SolutionManifest } from './components/manifest';
import { parseManifest } from './components/manifest';
import { SolutionContent } from './content';
import type { ZipLimits } from './read-zip';
import { readSolutionZip } from './read-zip';
import { child, parseXml } from './xml';

export interface Solution {
    readonly manifest: SolutionManifest;
    readonly content: SolutionContent;
}

/** ImportAttributeNameError. */
const NO_PREFIX = 0x80048062;
const CUSTOM_NAME = /^[a-z][a-z0-9]{1,7}_./;

/**
 * Reads a solution file completely.
 * @throws DataverseError with the platform's code and the place for anything that cannot be imported anywhere
 */
export function readSolution(zip: Uint8Array, limits?: ZipLimits): Solution {
    const files = readSolutionZip(zip, limits);
    const manifest = parseManifest(parseXml(files.solutionXml, 'solution.xml'));
    const root = parseXml(files.customizationsXml, 'customizations.xml');
    const content = new SolutionContent();
    readComponents(root, files, content);
    checkColumnNames(content);
    const languages = readLanguages(child(root, 'Languages'));
    const unnamed = [...content.labelLanguages].filter((language) => !languages.includes(language));
    if (unnamed.length > 0) {
        content.warn(
            `The solution has labels in ${unnamed.join(', ')}, which <Languages> does not name; ` +
                'Dataverse leaves such labels out.',
        );
    }
    return { manifest, content };
}

function checkColumnNames(content: SolutionContent): void {
    for (const table of content.tables) {
        // Tables of business process flows have columns that the platform names, such as bpf_leadid.
        for (const column of table.columns) {
            if (column.isCustom && !CUSTOM_NAME.test(column.logicalName)) {
                throw new DataverseError(
                    NO_PREFIX,
                    `Invalid name for attribute ${column.logicalName} of ${table.logicalName}. Custom attribute names ` +
                        'must start with a valid customization prefix. The prefix for a solution component should ' +
                        'match the prefix that is specified for the publisher of the solution.',
                );
            }
        }
    }
}

/** solution.xml: the solution, its publisher and the components it says it has. */
import { DataverseError } from '../../errors';
import type { Label } from '../../metadata/types';
import type { XmlElement } from '../xml';
import {
    child,
    childrenNamed,
    childText,
    descend,
    integerAttribute,
    placeOf,
    requiredText,
    schemaViolation,
} from '../xml';

import { childLabel, requiredLabel } from './labels';

export interface SolutionManifest {
    readonly uniqueName: string;
    readonly displayName: Label;
    readonly description: Label;
    readonly version: string;
    readonly managed: boolean;
    readonly packageVersion: string;
    readonly publisher: Publisher;
    readonly roots: readonly RootComponent[];
    readonly missingDependencies: readonly MissingDependency[];
}

export interface Publisher {
    readonly uniqueName: string;
    readonly displayName: Label;
    readonly description: Label;
    readonly prefix: string;
    readonly optionValuePrefix: number;
}

export interface RootComponent {
    readonly type: number;
    /** `schemaName` as written, or the GUID in lower case without braces. */
    readonly key: string;
    /** 0 with subcomponents, 1 without, 2 only the shell. */
    readonly behavior: number;
    readonly place: string;
}

/** What the exporting system says the target must have. */
export interface MissingDependency {
    readonly type: number;
    readonly schemaName: string;
    readonly displayName: string;
    readonly solution: string;
}

/** InvalidSolutionUniqueName, InvalidSolutionVersion, ImportSolutionPackageInvalidSolutionPackageVersion. */
const INVALID_UNIQUE_NAME = 0x8004f002;
const INVALID_VERSION = 0x8004f01e;
const INVALID_PACKAGE_VERSION = 0x80048068;
/** Newest format that Dataverse (online) reads. */
const NEWEST_PACKAGE = [9, 2] as const;

/** Reads solution.xml. @throws DataverseError naming what the platform would refuse */
export function parseManifest(root: XmlElement): SolutionManifest {
    if (root.name !== 'ImportExportXml') {
        throw schemaViolation(root, `the root element is '${root.name}', not 'ImportExportXml'`);
    }
    const manifest = child(root, 'SolutionManifest');
    if (manifest === undefined) {
        throw schemaViolation(root, "the element 'ImportExportXml' has no 'SolutionManifest'");
    }
    const packageVersion = root.attributes['SolutionPackageVersion'] ?? '9.0';
    checkPackageVersion(packageVersion);
    const uniqueName = requiredText(manifest, 'UniqueName');
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(uniqueName)) {
        throw new DataverseError(
            INVALID_UNIQUE_NAME,
            `Invalid character specified for solution unique name '${uniqueName}'. Only characters within the ranges ` +
                '[A-Z], [a-z], [0-9] or _ are allowed. The first character may only be in the ranges [A-Z], [a-z] or _.',
        );
    }
    const version = requiredText(manifest, 'Version');
    if (!/^\d+(\.\d+){0,3}$/.test(version)) {
        throw new DataverseError(INVALID_VERSION, `An invalid solution version was specified: '${version}'.`);
    }
    const managed = requiredText(manifest, 'Managed');
    if (managed !== '0' && managed !== '1') {
        throw schemaViolation(manifest, `'Managed' is '${managed}'; a solution file has 0 or 1`);
    }
    return {
        uniqueName,
        displayName: requiredLabel(manifest, 'solution', 'LocalizedNames'),
        description: childLabel(manifest, 'Descriptions'),
        version,
        managed: managed === '1',
        packageVersion,
        publisher: parsePublisher(manifest),
        roots: parseRoots(manifest),
        missingDependencies: parseMissingDependencies(manifest),
    };
}

function checkPackageVersion(version: string): void {
    const [major = Number.NaN, minor = 0] = version.split('.').map(Number);
    const [newestMajor, newestMinor] = NEWEST_PACKAGE;
    const isNewer = major > newestMajor || (major === newestMajor && minor > newestMinor);
    if (Number.isNaN(major) || Number.isNaN(minor) || isNewer) {
        throw new DataverseError(
            INVALID_PACKAGE_VERSION,
            `You can only import solutions with a package version of ${NEWEST_PACKAGE.join('.')} or earlier into this ` +
                "organization. Also, you can't import any solutions into this organization that were exported from " +
                `Microsoft Dynamics 365 2011 or earlier. (This one has ${version}.)`,
        );
    }
}

function parsePublisher(manifest: XmlElement): Publisher {
    const publisher = child(manifest, 'Publisher');
    if (publisher === undefined) {
        throw schemaViolation(manifest, "the element 'SolutionManifest' has no 'Publisher'");
    }
    const prefix = requiredText(publisher, 'CustomizationPrefix');
    if (!/^[a-z][a-z0-9]{1,7}$/i.test(prefix) || /^mscrm/i.test(prefix)) {
        throw schemaViolation(publisher, `the customization prefix '${prefix}' is not 2 to 8 letters and digits`);
    }
    return {
        uniqueName: requiredText(publisher, 'UniqueName'),
        displayName: requiredLabel(publisher, 'publisher', 'LocalizedNames'),
        description: childLabel(publisher, 'Descriptions'),
        prefix,
        optionValuePrefix: Number(childText(publisher, 'CustomizationOptionValuePrefix') ?? '10000'),
    };
}

function parseRoots(manifest: XmlElement): readonly RootComponent[] {
    return childrenNamed(child(manifest, 'RootComponents'), 'RootComponent').map((element) => {
        const { id, schemaName } = element.attributes;
        const key = schemaName ?? id?.replace(/[{}]/g, '').toLowerCase();
        if (key === undefined || key === '') {
            throw schemaViolation(element, "the element 'RootComponent' has neither 'schemaName' nor 'id'");
        }
        return {
            type: integerAttribute(element, 'type'),
            // Plug-in assemblies have both; the id is what their element carries.
            key: id !== undefined && schemaName !== undefined ? id.replace(/[{}]/g, '').toLowerCase() : key,
            behavior: Number(element.attributes['behavior'] ?? '0'),
            place: placeOf(element),
        };
    });
}

function parseMissingDependencies(manifest: XmlElement): readonly MissingDependency[] {
    return childrenNamed(child(manifest, 'MissingDependencies'), 'MissingDependency').flatMap((element) => {
        const required = descend(element, 'Required');
        if (required === undefined) {
            return [];
        }
        const { schemaName, id, displayName, solution } = required.attributes;
        return [
            {
                type: integerAttribute(required, 'type'),
                schemaName: schemaName ?? id ?? '',
                displayName: displayName ?? schemaName ?? id ?? '',
                solution: solution ?? 'Active',
            },
        ];
    });
}

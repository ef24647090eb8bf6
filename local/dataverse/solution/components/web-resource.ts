/** `<WebResources>`: scripts, pages, styles, texts and images. */
import { DataverseError } from '../../errors';
import { BASE_LANGUAGE } from '../../metadata/types';
import { ComponentType } from '../content';
import type { SolutionFiles } from '../read-zip';
import type { XmlElement } from '../xml';
import { childInteger, childrenNamed, childText, guid, placeOf, requiredText, schemaViolation } from '../xml';

import { componentKind } from './component-kind';

interface ParsedWebResource {
    readonly id: string;
    readonly name: string;
    readonly displayName: string | undefined;
    readonly description: string | undefined;
    readonly type: number;
    readonly language: number;
    readonly dependencies: string | undefined;
    readonly content: Uint8Array;
    readonly element: XmlElement;
}

/** ImportGenericError. */
const IMPORT_FAILED = 0x8004801e;
/** 1 HTML, 2 CSS, 3 script, 4 XML, 5 PNG, 6 JPG, 7 GIF, 8 XAP, 9 XSL, 10 ICO, 11 SVG, 12 RESX. */
const LAST_TYPE = 12;

export const webResources = componentKind<ParsedWebResource>(
    'WebResources',
    (section, files) =>
        childrenNamed(section, 'WebResource')
            .filter((element) => element.attributes['unmodified'] !== '1')
            .map((element) => parseWebResource(element, files)),
    (resource, content) => {
        content.addComponent(ComponentType.WebResource, resource.name, resource.element, {
            id: resource.id,
            needsRoot: true,
        });
        content.addRow(
            'webresource',
            resource.id,
            {
                webresourceid: resource.id,
                name: resource.name,
                webresourcetype: resource.type,
                languagecode: resource.language === 0 ? null : resource.language,
                content: Buffer.from(resource.content).toString('base64'),
                dependencyxml: resource.dependencies ?? null,
                description: resource.description ?? null,
            },
            resource.displayName === undefined ? {} : { displayname: { [BASE_LANGUAGE]: resource.displayName } },
        );
    },
);

function parseWebResource(element: XmlElement, files: SolutionFiles): ParsedWebResource {
    const name = requiredText(element, 'Name');
    const type = childInteger(element, 'WebResourceType');
    if (type === undefined || type < 1 || type > LAST_TYPE) {
        throw schemaViolation(
            element,
            `the web resource '${name}' has the type '${type ?? ''}', not 1 to ${LAST_TYPE}`,
        );
    }
    return {
        id: guid(requiredText(element, 'WebResourceId'), element),
        name,
        displayName: childText(element, 'DisplayName'),
        description: childText(element, 'Description'),
        type,
        language: childInteger(element, 'LanguageCode') ?? 0,
        dependencies: childText(element, 'DependencyXml'),
        content: bodyOf(element, requiredText(element, 'FileName'), `web resource '${name}'`, files),
        element,
    };
}

/**
 * The member that an element names.
 * @param path as written, with or without a leading slash
 * @throws DataverseError 0x8004801e when it is not in the zip or has no content type
 */
export function bodyOf(element: XmlElement, path: string, what: string, files: SolutionFiles): Uint8Array {
    const name = path.replace(/^\//, '');
    const body = files.read(name);
    if (body === undefined) {
        const reason = files.isWithoutContentType(name) ? 'has no content type in [Content_Types].xml' : 'is missing';
        throw new DataverseError(
            IMPORT_FAILED,
            `The import failed. The file '${name}' of the ${what} ${reason} (${placeOf(element)}).`,
        );
    }
    return body;
}

import { XML_DECLARATION } from './xml-declaration';

const CONTENT_TYPE = 'application/octet-stream';

/**
 * `[Content_Types].xml` of a package: one default per file extension, one override per member without one
 * (Open Packaging Conventions, ISO/IEC 29500-2).
 */
export function contentTypes(members: Iterable<string>): string {
    const extensions = new Set<string>(['xml']);
    const overrides: string[] = [];
    for (const member of members) {
        const name = member.slice(member.lastIndexOf('/') + 1);
        const dot = name.lastIndexOf('.');
        if (dot > 0) extensions.add(name.slice(dot + 1).toLowerCase());
        else overrides.push(member);
    }
    const defaults = [...extensions]
        .sort()
        .map((extension) => `<Default Extension="${extension}" ContentType="${CONTENT_TYPE}" />`);
    const parts = overrides.sort().map((member) => `<Override PartName="/${member}" ContentType="${CONTENT_TYPE}" />`);
    return `${XML_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${parts.join('')}</Types>`;
}

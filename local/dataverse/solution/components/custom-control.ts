/** `<CustomControls>`: code components, each a folder with a manifest. */
import { ComponentType } from '../content';
import type { StoredFile } from '../content';
import { nameBasedId } from '../name-based-id';
import type { SolutionFiles } from '../read-zip';
import type { XmlElement } from '../xml';
import { child, childrenNamed, descendants, parseXml, requiredText, schemaViolation } from '../xml';

import { componentKind } from './component-kind';
import { bodyOf } from './web-resource';

interface ParsedCustomControl {
    readonly name: string;
    readonly version: string;
    readonly manifest: string;
    readonly files: readonly StoredFile[];
    readonly element: XmlElement;
}

export const customControls = componentKind<ParsedCustomControl>(
    'CustomControls',
    (section, files) => childrenNamed(section, 'CustomControl').map((element) => parseCustomControl(element, files)),
    (control, content) => {
        const id = nameBasedId('customcontrol', control.name);
        content.addComponent(ComponentType.CustomControl, control.name, control.element, { id, needsRoot: true });
        content.addRow('customcontrol', id, {
            customcontrolid: id,
            name: control.name,
            version: control.version,
            manifest: control.manifest,
        });
        content.controlFiles.set(control.name, control.files);
    },
);

function parseCustomControl(element: XmlElement, files: SolutionFiles): ParsedCustomControl {
    const name = requiredText(element, 'Name');
    const path = requiredText(element, 'FileName').replace(/^\//, '');
    const bytes = bodyOf(element, path, `code component '${name}'`, files);
    const manifest = parseXml(bytes, path);
    const control = child(manifest, 'control');
    const { namespace = '', constructor: constructorName = '', version = '' } = control?.attributes ?? {};
    if (control === undefined || !name.endsWith(`${namespace}.${constructorName}`) || constructorName === '') {
        throw schemaViolation(
            control ?? manifest,
            `the manifest is for '${namespace}.${constructorName}', the solution calls it '${name}'`,
        );
    }
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const parts = files.names
        .filter((member) => member.startsWith(folder))
        .map((member) => ({ path: member.slice(folder.length), content: files.read(member) ?? new Uint8Array() }));
    for (const resource of ['code', 'css', 'resx', 'html']) {
        for (const reference of descendants(control, resource)) {
            const file = reference.attributes['path'] ?? '';
            if (!parts.some((part) => part.path === file)) {
                bodyOf(reference, folder + file, `code component '${name}'`, files);
            }
        }
    }
    return { name, version, manifest: new TextDecoder().decode(bytes), files: parts, element };
}

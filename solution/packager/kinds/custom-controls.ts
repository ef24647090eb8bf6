import { addComponents, pathsBelow, type ComponentKind } from '../kind';
import { encode, PackagingError, textOf } from '../tree';
import { child, parseXml, source } from '../xml';
import { XML_DECLARATION } from '../xml-declaration';

const FOLDER = 'Controls';
const DESCRIPTION = 'ControlManifest.xml.data.xml';

/** Code components: a folder with ControlManifest.xml, bundle.js and resources, and ControlManifest.xml.data.xml. */
export const customControls: ComponentKind = {
    containers: ['CustomControls'],
    pack(tree, packed) {
        const paths = pathsBelow(tree, FOLDER);
        const elements: string[] = [];
        for (const folder of new Set(paths.map((path) => path.split('/').slice(0, 2).join('/')))) {
            const description = `${folder}/${DESCRIPTION}`;
            const xml = textOf(tree, description);
            elements.push(source(xml, parseXml(xml, description)));
            if (!tree.has(`${folder}/ControlManifest.xml`)) {
                throw new PackagingError(
                    `${folder}/ControlManifest.xml`,
                    'the file is missing; build the controls first',
                );
            }
        }
        for (const path of paths.filter((candidate) => !candidate.endsWith(DESCRIPTION))) {
            packed.members.set(path, tree.get(path) ?? new Uint8Array());
        }
        if (elements.length > 0) addComponents(packed, 'CustomControls', elements);
        return paths;
    },
    unpack(zip, tree) {
        const taken = [...zip.members.keys()].filter((member) => member.startsWith(`${FOLDER}/`));
        for (const member of taken) tree.set(member, zip.members.get(member) ?? new Uint8Array());
        for (const control of zip.containers.get('CustomControls')?.children ?? []) {
            const name = child(control, 'Name')?.text;
            if (!name) throw new PackagingError('customizations.xml', '<CustomControl> has no Name', control.line);
            tree.set(
                `${FOLDER}/${name}/${DESCRIPTION}`,
                encode(`${XML_DECLARATION}${source(zip.customizations, control)}\n`),
            );
        }
        return taken;
    },
};

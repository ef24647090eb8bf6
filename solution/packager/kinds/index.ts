import type { ComponentKind } from '../kind';
import { customControls } from './custom-controls';
import { elementPerFileKinds } from './element-per-file';
import { entities } from './entities';
import { pluginAssemblies, webResources, workflows } from './files-with-metadata';
import { folderComponents } from './folder-components';
import { otherElementKinds } from './other-elements';
import { relationships } from './relationships';

/** Every kind of component that the packager knows. */
export const componentKinds: readonly ComponentKind[] = [
    entities,
    ...elementPerFileKinds,
    ...otherElementKinds,
    relationships,
    workflows,
    webResources,
    customControls,
    pluginAssemblies,
    folderComponents,
];

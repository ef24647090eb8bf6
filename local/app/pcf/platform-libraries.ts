/**
 * React and Fluent as the platform shares them with virtual components: globals under the names that pcf-scripts makes
 * the components' imports refer to. The player's own copies serve, so that a page holds one React.
 */
import React from 'react';
import ReactDOM from 'react-dom';
import type { PlatformLibrary } from './manifest';

/**
 * @throws Error that names a library which is not supported here
 */
export async function provideLibraries(
    window: Window,
    libraries: readonly PlatformLibrary[],
    component: string,
): Promise<void> {
    for (const { name, version } of libraries) {
        const major = Number.parseInt(version, 10);
        if (name.toLowerCase() === 'react' && major === 16) {
            Object.assign(window, { Reactv16: React, ReactDOMv16: ReactDOM, React, ReactDOM });
        } else if (name.toLowerCase() === 'fluent' && major === 8) {
            // Fluent as a whole is large; only pages with such a component load it.
            const fluent = await import('@fluentui/react');
            Object.assign(window, { FluentUIReactv81211: fluent, FluentUIReactv8290: fluent });
        } else {
            throw new Error(
                `${component} asks for ${name} ${version}, which is not supported here (local Dataverse): ` +
                    'React 16 and Fluent 8 are.',
            );
        }
    }
}

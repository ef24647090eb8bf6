import React, { createContext, useContext, type ReactNode } from 'react';
import type { Platform } from './types';

const PlatformContext = createContext<Platform | null>(null);

/** Hands the platform down to every part of the page. */
export function PlatformProvider(props: { readonly platform: Platform; readonly children?: ReactNode }): JSX.Element {
    return <PlatformContext.Provider value={props.platform}>{props.children}</PlatformContext.Provider>;
}

/**
 * The platform that the page was started with.
 * @throws Error when the component stands outside of `<PlatformProvider>`
 */
export function usePlatform(): Platform {
    const platform = useContext(PlatformContext);
    if (!platform) {
        throw new Error('usePlatform: the component is not inside <PlatformProvider>.');
    }
    return platform;
}

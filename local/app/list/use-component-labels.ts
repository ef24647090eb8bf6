import { useCallback, useEffect, useState } from 'react';
import { usePlatform } from '../platform/platform-context';
import { componentLabel, wordsOf } from './component-label';

/**
 * Names of code components for "Show as". Their technical names are English words, which serve until the texts of
 * another language are there.
 */
export function useComponentLabels(components: readonly string[]): (component: string) => string {
    const platform = usePlatform();
    const { user, organization } = platform.environment;
    const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
    const names = components.join('\n');
    const isForeign = user.language !== organization.baseLanguage;

    useEffect(() => {
        let current = true;
        if (names === '' || !isForeign) return;
        const load = names
            .split('\n')
            .map(async (name) => [name, await componentLabel(platform, name, readFile)] as const);
        Promise.all(load).then(
            (entries) => current && setLabels(new Map(entries)),
            // The component says itself what is wrong with it once it is shown.
            () => undefined,
        );
        return () => {
            current = false;
        };
    }, [platform, names, isForeign]);

    return useCallback((component) => labels.get(component) ?? wordsOf(component), [labels]);
}

async function readFile(address: string): Promise<string | undefined> {
    const response = await fetch(address, { credentials: 'same-origin' });
    return response.ok ? response.text() : undefined;
}

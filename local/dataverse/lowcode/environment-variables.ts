/** Environment variables: their definitions with the values that this environment gives them. */
import type { Environment } from '../pipeline/types';

const JSON_TYPE = 100_000_003;
const KINDS: ReadonlyMap<number, 'Text' | 'Decimal' | 'Boolean' | 'Dynamic'> = new Map([
    [100_000_000, 'Text'],
    [100_000_001, 'Decimal'],
    [100_000_002, 'Boolean'],
    [JSON_TYPE, 'Dynamic'],
] as const);

export interface EnvironmentVariable {
    readonly schemaName: string;
    readonly displayName: string;
    /** What formulas see it as. */
    readonly kind: 'Text' | 'Decimal' | 'Boolean' | 'Dynamic';
    /** The environment's own value, else the default one. */
    readonly text: string | null;
}

export function environmentVariables({ store }: Environment): readonly EnvironmentVariable[] {
    return store
        .prepare<{ schemaName: string; displayName: string | null; type: number | null; text: string | null }>(
            'SELECT d.schemaname AS schemaName, d.displayname AS displayName, d.type AS type, ' +
                'ifnull(v.value, d.defaultvalue) AS text FROM environmentvariabledefinition d ' +
                'LEFT JOIN environmentvariablevalue v ' +
                'ON v.environmentvariabledefinitionid = d.environmentvariabledefinitionid',
        )
        .all()
        .map(({ schemaName, displayName, type, text }) => ({
            schemaName,
            displayName: displayName ?? schemaName,
            kind: KINDS.get(type ?? 0) ?? 'Text',
            text,
        }));
}

/** A real environment in memory with a few rows, and ways to ask it. */
import { createLocalDataverse, type LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { readUserSettings } from '../../../../local/dataverse/formatting/read-user-settings';
import type { RequestContext, Row } from '../../../../local/dataverse/pipeline/types';
import { parseFetchXml } from '../../../../local/dataverse/query/fetchxml/parse-fetchxml';
import { parseODataQuery } from '../../../../local/dataverse/query/odata/parse-query';
import { runQuery, type QueryResult } from '../../../../local/dataverse/query/run-query';

export const ADMIN = '11111111-1111-4111-8111-111111111101';
export const SAM = '11111111-1111-4111-8111-111111111102';
export const NADIA = '11111111-1111-4111-8111-111111111103';
export const MILAN = '11111111-1111-4111-8111-111111111105';

/** A Saturday; the users of the base live in Berlin, Paris, London and Prague. */
export const NOW = '2026-11-21T23:30:00Z';

export interface World {
    readonly dataverse: LocalDataverse;
    readonly context: RequestContext;
    as(userId: string): World;
    create(table: string, row: Row): string;
    fetch(inner: string, attributes?: string): QueryResult;
    odata(table: string, options: Readonly<Record<string, string>>): QueryResult;
}

export function aWorld(dataverse = createLocalDataverse(), userId = ADMIN, now = NOW): World {
    const settings = readUserSettings(dataverse.environment, userId);
    const context: RequestContext = {
        userId,
        language: settings.language,
        now,
        depth: 1,
        suppressDuplicateDetection: true,
    };
    const { metadata } = dataverse.environment;
    return {
        dataverse,
        context,
        as: (other) => aWorld(dataverse, other, now),
        create: (table, row) => dataverse.organization.create(table, row, context),
        fetch: (inner, attributes = '') =>
            runQuery(dataverse.environment, parseFetchXml(`<fetch ${attributes}>${inner}</fetch>`, metadata), context, {
                settings,
            }),
        odata: (table, options) => {
            const named = new Map(Object.entries(options).map(([name, text]) => [`$${name}`, text]));
            const { query } = parseODataQuery({ options: named, aliases: new Map() }, metadata.table(table), metadata);
            return runQuery(dataverse.environment, query, context, { settings });
        },
    };
}

/** One column of a result. */
export const column = (result: QueryResult, name: string): readonly unknown[] => result.rows.map((row) => row[name]);

/** Which SQL alias stands for which table while a query is written as SQL. */
import { DataverseError, ErrorCode } from '../../errors';
import type { Metadata } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import type { Environment, RequestContext } from '../../pipeline/types';
import type { OperatorScope } from '../operators/operator';

/** One table in the query. */
export interface TableScope {
    readonly table: Table;
    /** `t0`, `t1` … */
    readonly sqlAlias: string;
}

/** What all parts of one query share. */
export class QueryScope {
    private count = 0;
    private readonly byAlias = new Map<string, TableScope>();

    constructor(
        readonly environment: Environment,
        readonly context: RequestContext,
        readonly operators: OperatorScope,
    ) {}

    get metadata(): Metadata {
        return this.environment.metadata;
    }

    /** A new SQL alias for a table; `alias` is the link's name in the query. */
    open(table: Table, alias?: string): TableScope {
        const scope = { table, sqlAlias: `t${this.count}` };
        this.count += 1;
        if (alias !== undefined) this.byAlias.set(alias, scope);
        return scope;
    }

    /** @throws DataverseError when no link of the query has this name */
    named(alias: string): TableScope {
        const scope = this.byAlias.get(alias);
        if (!scope) {
            throw new DataverseError(
                ErrorCode.InvalidArgument,
                `The query names "${alias}", but no link with this alias is open there. ` +
                    `Links: ${[...this.byAlias.keys()].join(', ') || 'none'}.`,
            );
        }
        return scope;
    }
}

/** @throws DataverseError that names table and column */
export function columnIn(table: Table, name: string): Column {
    const column = table.columns.get(name);
    if (!column) {
        throw new DataverseError(
            ErrorCode.ColumnDoesNotExist,
            `'${table.schemaName}' entity doesn't contain attribute with Name = '${name}' and NameMapping = 'Logical'.`,
        );
    }
    return column;
}

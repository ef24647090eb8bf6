/**
 * Duplicate detection with the published rules of the environment (Microsoft Learn, "Detect duplicate data").
 * A rule compares a base table's row with the rows of a matching table, condition by condition.
 */
import { DataverseError, ErrorCode } from '../../errors';
import { readFilter } from '../../security/read-filter';
import type { SqlValue } from '../../store/store';
import { isReference } from '../row-storage';
import type { Environment, RequestContext, Row, RowReference, Value } from '../types';
import type { Draft } from './draft';
import { resulting } from './draft';

const PUBLISHED = 2;

/** duplicaterulecondition.operatorcode */
const Operator = {
    ExactMatch: 0,
    SameFirstCharacters: 1,
    SameLastCharacters: 2,
    SameDate: 3,
    SameDateAndTime: 4,
    ExactMatchPickListLabel: 5,
    ExactMatchPickListValue: 6,
} as const;

interface DuplicateRule {
    readonly id: string;
    readonly matchingTable: string;
    readonly caseSensitive: number | null;
    readonly excludeInactive: number | null;
}

interface DuplicateCondition {
    readonly baseColumn: string;
    readonly matchingColumn: string;
    readonly operator: number | null;
    readonly operatorParameter: number | null;
    readonly ignoreBlank: number | null;
}

/**
 * Refuses a row that a published rule calls a duplicate, unless the request suppresses the check. On update, only
 * when a column that some rule looks at changes.
 * @throws DataverseError 0x80040333 whose details name the matching table
 */
export function checkDuplicates(draft: Draft): void {
    const { pipeline, plan, context, options } = draft;
    if (context.suppressDuplicateDetection || options.asSystem) {
        return;
    }
    const { environment } = pipeline;
    for (const rule of publishedRules(environment, plan.table.logicalName)) {
        const conditions = conditionsOf(environment, rule.id);
        const isConcerned =
            draft.before === undefined || conditions.some(({ baseColumn }) => draft.values[baseColumn] !== undefined);
        if (!isConcerned) {
            continue;
        }
        const found = matches(environment, rule, conditions, (column) => resulting(draft, column), draft.id, context);
        if (found.length > 0) {
            throw new DataverseError(
                ErrorCode.DuplicateRecordsFound,
                `A record was not created or updated because a duplicate of the current record already exists: ` +
                    `${found.length} row(s) of ${rule.matchingTable}, the first with id ${found[0]?.id}.`,
                undefined,
                { DuplicateEntity: rule.matchingTable },
            );
        }
    }
}

/**
 * Rows of a table that the published rules call duplicates of a row; what `RetrieveDuplicates` answers.
 * @param row values of the base row; its primary id, when given, is not its own duplicate
 */
export function findDuplicates(
    environment: Environment,
    baseTable: string,
    row: Row,
    matchingTable: string,
    context: RequestContext,
): readonly RowReference[] {
    const own = row[environment.metadata.table(baseTable).primaryIdColumn];
    const found = new Map<string, RowReference>();
    for (const rule of publishedRules(environment, baseTable)) {
        if (rule.matchingTable === matchingTable) {
            const conditions = conditionsOf(environment, rule.id);
            const valueOf = (column: string) => row[column] ?? null;
            for (const match of matches(environment, rule, conditions, valueOf, String(own ?? ''), context)) {
                found.set(match.id, match);
            }
        }
    }
    return [...found.values()];
}

function publishedRules(environment: Environment, baseTable: string): readonly DuplicateRule[] {
    if (!environment.metadata.findTable('duplicaterule')) {
        return [];
    }
    return environment.store
        .prepare<DuplicateRule>(
            `SELECT duplicateruleid AS id, matchingentityname AS matchingTable, iscasesensitive AS caseSensitive,
                    excludeinactiverecords AS excludeInactive
             FROM duplicaterule WHERE baseentityname = ? AND statuscode = ${PUBLISHED} ORDER BY rowid`,
        )
        .all(baseTable);
}

function conditionsOf(environment: Environment, ruleId: string): readonly DuplicateCondition[] {
    return environment.store
        .prepare<DuplicateCondition>(
            `SELECT baseattributename AS baseColumn, matchingattributename AS matchingColumn,
                    operatorcode AS operator, operatorparam AS operatorParameter, ignoreblankvalues AS ignoreBlank
             FROM duplicaterulecondition WHERE regardingobjectid = ? ORDER BY rowid`,
        )
        .all(ruleId);
}

/** More than this many need no counting. */
const MOST_MATCHES = 50;

function matches(
    environment: Environment,
    rule: DuplicateRule,
    conditions: readonly DuplicateCondition[],
    valueOf: (column: string) => Value,
    ownId: string,
    context: RequestContext,
): readonly RowReference[] {
    const table = environment.metadata.findTable(rule.matchingTable);
    if (!table || conditions.length === 0) {
        return [];
    }
    const clauses: string[] = [`"${table.primaryIdColumn}" <> ?`];
    const parameters: SqlValue[] = [ownId];
    for (const condition of conditions) {
        const clause = clauseOf(condition, valueOf(condition.baseColumn), rule.caseSensitive === 1);
        if (!clause) {
            return [];
        }
        clauses.push(clause.sql);
        parameters.push(...clause.parameters);
    }
    if (rule.excludeInactive === 1 && table.columns.has('statecode')) {
        clauses.push('statecode = 0');
    }
    const readable = readFilter(environment, table, table.logicalName, context);
    if (readable) {
        clauses.push(readable.sql);
        parameters.push(...readable.parameters);
    }
    return environment.store
        .prepare<{ id: string }>(
            `SELECT "${table.primaryIdColumn}" AS id FROM "${table.logicalName}" ` +
                `WHERE ${clauses.join(' AND ')} LIMIT ${MOST_MATCHES}`,
        )
        .all(...parameters)
        .map(({ id }) => ({ table: table.logicalName, id }));
}

interface Clause {
    readonly sql: string;
    readonly parameters: readonly SqlValue[];
}

/** Undefined: this condition can match no row. */
function clauseOf(condition: DuplicateCondition, value: Value, caseSensitive: boolean): Clause | undefined {
    const column = `"${condition.matchingColumn.replaceAll('"', '""')}"`;
    if (value === null) {
        // Blank equals blank only when the condition does not ignore blanks.
        return condition.ignoreBlank === 1 ? undefined : { sql: `${column} IS NULL`, parameters: [] };
    }
    const plain = isReference(value) ? value.id : typeof value === 'boolean' ? Number(value) : value;
    if (typeof plain === 'object') {
        return undefined;
    }
    const compared = (sql: string): string => (caseSensitive || typeof plain === 'number' ? sql : `fold(${sql})`);
    const length = condition.operatorParameter ?? 1;
    switch (condition.operator) {
        case Operator.SameFirstCharacters:
            return {
                sql: `${compared(`substr(${column}, 1, ?)`)} = ${compared('substr(?, 1, ?)')}`,
                parameters: [length, String(plain), length],
            };
        case Operator.SameLastCharacters:
            return {
                sql: `${compared(`substr(${column}, ?)`)} = ${compared('substr(?, ?)')}`,
                parameters: [-length, String(plain), -length],
            };
        case Operator.SameDate:
            return { sql: `substr(${column}, 1, 10) = substr(?, 1, 10)`, parameters: [String(plain)] };
        case Operator.SameDateAndTime:
        case Operator.ExactMatch:
        case Operator.ExactMatchPickListLabel:
        case Operator.ExactMatchPickListValue:
        default:
            return { sql: `${compared(column)} = ${compared('?')}`, parameters: [plain] };
    }
}

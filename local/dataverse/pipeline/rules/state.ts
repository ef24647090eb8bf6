/**
 * State and status reason of a row (Microsoft Learn, "Work with row states", "Define status reason transitions").
 */
import { DataverseError, ErrorCode } from '../../errors';
import type { Option, Table } from '../../metadata/types';
import type { TablePlan } from '../table-plan';
import type { Value } from '../types';
import { isGiven, type Draft } from './draft';

const CLOSING_MESSAGE_NEEDED = 0x80100005;

/** Asks for the default status reason of the state. */
export const DEFAULT_STATUS = -1;

/** Appointments are born as Scheduled, Busy; or as Open when the caller says so. Every other table: its first state. */
const STATES_AT_CREATION: ReadonlyMap<string, readonly number[]> = new Map([['appointment', [3, 0]]]);

/** States that only a message of their own leads to, with its name in the platform's words. */
const CLOSING_MESSAGES: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
    [
        'opportunity',
        new Map([
            [1, 'won'],
            [2, 'lost'],
        ]),
    ],
]);

/** Tables whose closed rows cannot be edited until they are open again. */
const READ_ONLY_WHEN_CLOSED: ReadonlySet<string> = new Set(['lead', 'opportunity']);

/** What may change on a closed row all the same: where it stands and whose it is. */
const CHANGEABLE_WHEN_CLOSED: ReadonlySet<string> = new Set(['statecode', 'statuscode', 'ownerid']);

const OPEN = 0;

/** A new row starts in the table's first state. */
export function setInitialState(draft: Draft): void {
    const { plan, values, options } = draft;
    const { stateColumn, statusColumn } = plan;
    if (!stateColumn || !statusColumn) {
        return;
    }
    const states = STATES_AT_CREATION.get(plan.table.logicalName) ?? [defaultState(plan)];
    const status = givenNumber(values.statuscode);
    const state = givenNumber(values.statecode) ?? stateOfStatus(plan, status, states);
    if (!options.asSystem && !states.includes(state)) {
        throw notValid(
            plan.table,
            status ?? defaultStatus(plan, state),
            states[0] ?? OPEN,
            stateColumn.optionSet?.options,
        );
    }
    values.statecode = state;
    values.statuscode = acceptedStatus(plan, state, status);
}

/** The state a status reason asks for, when a new row can have it; else the first. */
function stateOfStatus(plan: TablePlan, status: number | undefined, states: readonly number[]): number {
    const asked = statusOption(plan, status)?.state;
    return asked !== undefined && states.includes(asked) ? asked : (states[0] ?? OPEN);
}

/**
 * A change of state, of status reason, or of a row that is closed.
 * @returns whether the state changes
 */
export function changeState(draft: Draft): boolean {
    const { plan, before, values, options } = draft;
    if (!plan.stateColumn || !plan.statusColumn || !before) {
        return false;
    }
    const stateBefore = typeof before.statecode === 'number' ? before.statecode : OPEN;
    const state = givenNumber(values.statecode) ?? stateBefore;
    if (isGiven(draft, 'statecode') || isGiven(draft, 'statuscode')) {
        const given = givenNumber(values.statuscode);
        const kept = state === stateBefore && !isGiven(draft, 'statuscode') ? givenNumber(before.statuscode) : given;
        values.statecode = state;
        values.statuscode = acceptedStatus(plan, state, kept);
    }
    if (state !== stateBefore) {
        checkClosingMessage(draft, state);
    }
    if (!options.asSystem && !options.closedRowChecked) {
        checkNotClosed(draft, stateBefore, state);
    }
    return state !== stateBefore;
}

function checkClosingMessage({ plan, options }: Draft, state: number): void {
    const message = CLOSING_MESSAGES.get(plan.table.logicalName)?.get(state);
    if (message !== undefined && !options.byClosingMessage) {
        throw new DataverseError(
            CLOSING_MESSAGE_NEEDED,
            `This message can not be used to set the state of ${plan.table.logicalName} to ${message}. ` +
                `In order to set state of ${plan.table.logicalName} to ${message}, use the ${message} message instead.`,
        );
    }
}

function checkNotClosed({ plan, id, values }: Draft, stateBefore: number, state: number): void {
    if (stateBefore === OPEN || state === OPEN || !READ_ONLY_WHEN_CLOSED.has(plan.table.logicalName)) {
        return;
    }
    const column = Object.keys(values).find((name) => !CHANGEABLE_WHEN_CLOSED.has(name));
    if (column !== undefined) {
        throw new DataverseError(
            ErrorCode.CannotUpdateBecauseItIsReadOnly,
            `The object cannot be updated because it is read-only: the ${plan.table.logicalName} with id ${id} is ` +
                `closed, so '${column}' cannot change. Reactivate it first.`,
        );
    }
}

const givenNumber = (value: Value | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

/** The state that new rows of a table have. */
export function defaultState(plan: TablePlan): number {
    const { stateColumn } = plan;
    return typeof stateColumn?.defaultValue === 'number'
        ? stateColumn.defaultValue
        : (stateColumn?.optionSet?.options[0]?.value ?? OPEN);
}

/** The status reason a row gets when only its state is given. */
export function defaultStatus(plan: TablePlan, state: number): number {
    const options = plan.stateColumn?.optionSet?.options ?? [];
    const { defaultStatus: status } = options.find((option) => option.value === state) ?? {};
    return status ?? plan.statusColumn?.optionSet?.options.find((option) => option.state === state)?.value ?? state + 1;
}

/**
 * @param status as given; undefined or −1 for the default of the state
 * @throws DataverseError 0x80048408 when the status reason belongs to another state, or there is no such state
 */
export function acceptedStatus(plan: TablePlan, state: number, status: number | undefined): number {
    const states = plan.stateColumn?.optionSet?.options ?? [];
    if (!states.some((option) => option.value === state)) {
        throw new DataverseError(
            ErrorCode.InvalidStateCodeStatusCode,
            `${state} is not a valid state code of ${plan.table.logicalName}. ` +
                `Accepted values: ${states.map((option) => option.value).join(',')}`,
        );
    }
    if (status === undefined || status === DEFAULT_STATUS) {
        return defaultStatus(plan, state);
    }
    if (statusOption(plan, status)?.state !== state) {
        throw notValid(plan.table, status, state, states);
    }
    return status;
}

function statusOption(plan: TablePlan, status: number | undefined): Option | undefined {
    return plan.statusColumn?.optionSet?.options.find((option) => option.value === status);
}

function notValid(table: Table, status: number, state: number, states: readonly Option[] = []): DataverseError {
    const label = states.find((option) => option.value === state)?.label[1033]?.replaceAll(' ', '') ?? String(state);
    return new DataverseError(
        ErrorCode.InvalidStateCodeStatusCode,
        `${status} is not a valid status code for state code ${table.schemaName}State.${label}.`,
    );
}

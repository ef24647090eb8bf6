import type { ErrorValue } from '../values/error-value';
import type { RecordValue } from '../values/record-value';
import type { Value } from '../values/value';

/** The clock of a place. Wall-clock readings are milliseconds from 1970-01-01 00:00 on that place's clock. */
export interface TimeZone {
    readonly name: string;
    /** The wall clock at a moment given in milliseconds of UTC. */
    fromUtc(utcMilliseconds: number): number;
    /** The moment of a wall-clock reading; one that the clock skips is read with the offset before the change. */
    toUtc(wallMilliseconds: number): number;
    /** Whether the clock skips this reading when it is put forward. */
    isSkipped(wallMilliseconds: number): boolean;
}

/** The variables of a run, which `Set` and the mutation functions change. */
export interface VariableValues {
    get(name: string): Value;
    /** @returns why not, if the host refuses. */
    set(name: string, value: Value): ErrorValue | undefined;
}

/** What the host runs when a formula calls a function of the host. */
export type HostFunction = (argumentValues: readonly Value[]) => Value;

/** Everything outside the formula that a run may ask for. */
export interface RunContext {
    readonly variables: VariableValues;
    /** Milliseconds of UTC. */
    now(): number;
    readonly timeZone: TimeZone;
    /** A language tag such as `en-US`. */
    readonly culture: string;
    /** From 0 up to, but not including, 1. */
    random(): number;
    newGuid(): string;
    /** Values of the user who runs the formula, for `User()`. */
    readonly user?: RecordValue;
    /** The host's functions by qualified name, such as `Environment.new_Approve`. */
    readonly functions: ReadonlyMap<string, HostFunction>;
    /** Called now and then by loops; throws to end a run that takes too long. */
    checkDeadline(): void;
    /** Written by `Trace`. */
    trace?(message: string): void;
}

import { DataverseError, ErrorCode } from '../errors';
import type { PipelineSteps } from './pipeline-steps';
import type { WriteOptions } from './rules/draft';
import type { Environment, Organization, RequestContext, Row, RowReference } from './types';

/** What every message function works with. */
export interface Pipeline {
    readonly environment: Environment;
    readonly organization: Organization;
    readonly steps: PipelineSteps;
    /** For what one message does to further rows: the same messages, with what only the platform may ask for. */
    readonly core: CoreMessages;
}

export interface CoreMessages {
    create(table: string, row: Row, context: RequestContext, options: WriteOptions): string;
    update(table: string, id: string, changes: Row, context: RequestContext, options: WriteOptions): void;
    delete(table: string, id: string, context: RequestContext, options: WriteOptions): void;
    associate(
        relationship: string,
        from: RowReference,
        to: readonly RowReference[],
        context: RequestContext,
        options: WriteOptions,
    ): void;
}

/** The platform's limit for messages that lead to messages (Microsoft Learn, "Event framework", depth). */
const GREATEST_DEPTH = 8;

/** @throws DataverseError 0x80044182 when steps keep calling each other */
export function checkDepth(message: string, context: RequestContext): void {
    if (context.depth > GREATEST_DEPTH) {
        throw new DataverseError(
            ErrorCode.SdkCorrelationTokenDepthTooHigh,
            `${message} was stopped at depth ${context.depth}: a step leads to messages that lead back to it. ` +
                `The limit is ${GREATEST_DEPTH}.`,
        );
    }
}

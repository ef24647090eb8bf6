/** Errors and bodies in the platform's form. */
import { DataverseError, ErrorCode } from '../errors';
import type { Answer, WebApiResponse } from './http';
import type { Preferences } from './preferences';

const JSON_TYPE = 'application/json; odata.metadata=minimal; charset=utf-8';

/** Annotations come with the error when they are asked for, as on the platform. */
export function errorAnswer(error: unknown, preferences: Pick<Preferences, 'includes'>): Answer {
    const known =
        error instanceof DataverseError
            ? error
            : new DataverseError(
                  ErrorCode.Unexpected,
                  `An unexpected error occurred: ${error instanceof Error ? error.message : String(error)}`,
                  500,
              );
    const annotations: Record<string, string> = {};
    const annotate = (name: string, value: string): void => {
        if (preferences.includes(`Microsoft.PowerApps.CDS.${name}`))
            annotations[`@Microsoft.PowerApps.CDS.${name}`] = value;
    };
    for (const [name, value] of Object.entries(known.details)) annotate(`ErrorDetails.${name}`, value);
    annotate('InnerError.Message', known.message);
    if (known.httpStatus === 500 && error instanceof Error) annotate('TraceText', error.stack ?? '');
    return {
        status: known.httpStatus,
        json: { error: { code: known.hexCode, message: known.message, ...annotations } },
    };
}

/** An answer as text with its headers. */
export function toResponse(answer: Answer): WebApiResponse {
    const headers: Record<string, string> = { 'OData-Version': '4.0', ...answer.headers };
    if (answer.json !== undefined) {
        headers['Content-Type'] ??= JSON_TYPE;
        return { status: answer.status, headers, body: JSON.stringify(answer.json) };
    }
    return { status: answer.status, headers, body: answer.text ?? '' };
}

/** 404 for a path that leads nowhere. */
export const unknownSegment = (name: string): DataverseError =>
    new DataverseError(ErrorCode.UnknownResource, `Resource not found for the segment '${name}'.`, 404);

export const methodNotAllowed = (method: string, what: string): DataverseError =>
    new DataverseError(
        ErrorCode.UnknownResource,
        `The requested resource does not support http method '${method}': ${what}.`,
        405,
    );

/** Codes of Dataverse's refusals that are worth telling apart, unsigned: Microsoft Learn, "Web service error codes". */
export const ErrorCode = {
    privilegeDenied: 0x80040220,
    accessDenied: 0x80048306,
    /** A plug-in refused, always with words of its own: the maker's or ours. */
    plugInRefused: 0x80040265,
    leadAlreadyClosed: 0x80040519,
    /** The row is no longer of the version that `If-Match` asked for. */
    versionMismatch: 0x80060882,
    duplicateRecordsFound: 0x80040333,
    /** There is a row of the same id or alternate key. */
    duplicateRecord: 0x80040237,
    objectDoesNotExist: 0x80040217,
    noRecordOfKey: 0x80060891,
    /** The three limits of Microsoft Learn, "Service protection API limits". */
    throttledByTime: 0x80072321,
    throttledByNumber: 0x80072322,
    throttledByConcurrency: 0x80072326,
} as const;

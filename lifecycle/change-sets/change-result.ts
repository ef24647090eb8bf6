import type { Problem } from '../web-api/web-api';

/**
 * What came of a change set. But for `done` and `unknown`, nothing of it was written.
 * @typeParam Meanwhile what is told of a row that somebody else has changed
 */
export type ChangeResult<Meanwhile> =
    | { readonly kind: 'done' }
    | { readonly kind: 'refused'; readonly problem: Problem }
    /** Somebody has changed the row since it was read. */
    | { readonly kind: 'changed'; readonly meanwhile: Meanwhile }
    /** The row is no longer there, or not for this user. */
    | { readonly kind: 'gone' }
    /** The connection was lost; the row has been looked at since and is as it was. */
    | { readonly kind: 'interrupted' }
    /** The connection was lost, and the row could not be looked at since. */
    | { readonly kind: 'unknown' }
    /** Its turn did not come. */
    | { readonly kind: 'not-started' };

/** What looking at a row has shown. */
export type Finding<Meanwhile> =
    | Exclude<ChangeResult<Meanwhile>, { readonly kind: 'interrupted' | 'not-started' }>
    /** It is as it was when it was read. */
    | { readonly kind: 'untouched' };

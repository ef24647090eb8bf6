import type { Refusal } from './transitions/decide';

/** Keys of the texts that a dialog shows, by dialog. */
export const DIALOG_TEXT_KEYS = {
    qualify: [
        'qualify.title',
        'refusal.notPermitted',
        'refusal.platform',
        'refusal.start',
        'refusal.unknownStatus',
        'refusal.columns',
        'refusal.note',
        'refusal.role',
    ],
    'qualify-many': [
        'qualify.many.title',
        'refusal.notPermitted',
        'refusal.platform',
        'refusal.unknownStatus',
        'refusal.columns',
        'refusal.note',
        'refusal.role',
        'criterion.open',
    ],
    disqualify: [
        'disqualify.title',
        'disqualify.dialog.problem.reason',
        'disqualify.dialog.problem.note',
        'refusal.notPermitted',
        'refusal.platform',
        'refusal.unknownStatus',
        'refusal.columns',
        'refusal.note',
        'refusal.role',
    ],
    reactivate: [
        'reactivate.title',
        'refusal.notPermitted',
        'refusal.platform',
        'refusal.unknownStatus',
        'refusal.columns',
        'refusal.note',
        'refusal.role',
    ],
    status: [
        'status.title',
        'status.button',
        'button.continue',
        'button.cancel',
        'button.close',
        'status.dialog.intro',
        'status.dialog.possible',
        'status.dialog.nothingPossible',
        'status.dialog.impossible',
        'status.dialog.note',
        'status.dialog.noteNeeded',
        'status.dialog.problem.status',
        'status.dialog.problem.note',
        'guard.off',
    ],
    gate: ['gate.blocked.title', 'gate.warning.title', 'button.close', 'button.continue', 'button.stay'],
    // Theirs come with them.
    'close-opportunity': [],
    'reopen-opportunity': [],
} as const;

const OTHER_TEXT_KEYS = [
    'dialog.opening',
    'dialog.notLoaded',
    'connection.lost',
    'list.item',
    'list.more',
    'status.1',
    'status.2',
    'status.3',
    'status.4',
    'status.5',
    'status.6',
    'status.7',
    'state.0',
    'state.1',
    'state.2',
    'status.progress',
    'status.failed.title',
    'refusal.title',
    'refusal.start',
    'gate.blocked.text',
    'gate.note.title',
    'gate.note.text',
    'gate.note.qualify',
    'gate.note.failed',
    'gate.mustQualify.title',
    'gate.mustQualify.text',
    'gate.mustQualify.button',
    'opportunity.won.title',
    'opportunity.lost.title',
    'opportunity.reopen.title',
    'opportunity.failed.title',
    'qualify.button',
    'qualify.dialog.blocked',
    'qualify.failed.title',
    'disqualify.titleMany',
    'disqualify.failed.title',
    'reactivate.titleMany',
    'reactivate.failed.title',
    'result.failures',
    'defaults.title',
    'defaults.confirm',
    'defaults.progress',
    'defaults.result',
    'defaults.nothing',
    'defaults.failed.title',
    'configuration.unreadable',
    'configuration.problem.title',
    'transition.problem.same',
    'transition.problem.platform',
    'transition.problem.duplicate',
    'reason.problem.status',
    'criterion.problem.column',
    'criterion.problem.value',
] as const;

/**
 * A key of a text that a user may read. The texts live in `webresources/strings`, one file per language, with
 * `{0}`, `{1}` … where a value goes. Adapters resolve a key by `Host.text`.
 */
export type TextKey =
    | (typeof DIALOG_TEXT_KEYS)[keyof typeof DIALOG_TEXT_KEYS][number]
    | (typeof OTHER_TEXT_KEYS)[number];

/** All of them, once each. */
export function allTextKeys(): readonly TextKey[] {
    return [...new Set([...Object.values(DIALOG_TEXT_KEYS).flat(), ...OTHER_TEXT_KEYS])];
}

/** Resolves a key in the user's language and puts the values in. */
export type Text = (key: TextKey, ...values: readonly (string | number)[]) => string;

/** Puts values where a text says `{0}`, `{1}` …; a place without a value stays as it is. */
export function format(template: string, values: readonly (string | number)[]): string {
    return template.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

/** What a refused move is about, in words. */
export interface RefusedMove {
    /** Empty for a lead that is being created. */
    readonly from: string;
    readonly to: string;
    /** Label of a column by its logical name. */
    readonly labelOfColumn: (column: string) => string;
}

export function refusalText(refusal: Refusal, move: RefusedMove, text: Text): string {
    switch (refusal.code) {
        case 'not-permitted':
            return text('refusal.notPermitted', move.from, move.to);
        case 'platform-refuses':
            return move.from === '' ? text('refusal.start', move.to) : text('refusal.platform', move.from, move.to);
        case 'unknown-status':
            return text('refusal.unknownStatus', move.to);
        case 'columns-missing':
            return text('refusal.columns', refusal.columns.map(move.labelOfColumn).join(', '));
        case 'note-missing':
            return text('refusal.note');
        case 'role-missing':
            return text('refusal.role', refusal.role);
    }
}

/** Lines of a list, cut after `most` with a line that counts the rest. */
export function listText(items: readonly string[], text: Text, most = 10): string {
    const shown = items.slice(0, most).map((item) => text('list.item', item));
    const rest = items.length - shown.length;
    return [...shown, ...(rest > 0 ? [text('list.more', rest)] : [])].join('\n');
}

import { labelOf, type StatusReason } from '../../lifecycle/configuration/status-reason';
import type { Change, Changeable } from '../../lifecycle/transitions/changes';
import { subjectOf } from '../../lifecycle/transitions/changes';
import type { Finding } from '../../lifecycle/transitions/checks';
import type { FileProblem } from '../../lifecycle/transitions/read-exchange-file';
import type { StoredTransition } from '../../lifecycle/transitions/stored-transition';
import type { Consequence } from '../../lifecycle/transitions/what-if';
import type { OwnText } from './texts';

/** What is needed to put transitions into the maker's words. */
export interface Words {
    readonly text: OwnText;
    readonly statusReasons: readonly StatusReason[];
    readonly columnLabel: (column: string) => string;
    /** Whole numbers as the maker writes them. */
    readonly number: (value: number) => string;
}

/** "New → Lost", with the role where the move is one of several. */
export function moveText({ from, to, requiredRole }: StoredTransition, { statusReasons }: Words): string {
    const move = `${labelOf(from, statusReasons)} → ${labelOf(to, statusReasons)}`;
    return requiredRole === '' ? move : `${move} (${requiredRole})`;
}

/** What a move demands, in a few words each; empty when anybody may make it at any time. */
export function demandsOf(transition: StoredTransition, { text, columnLabel }: Words): readonly string[] {
    const demands: string[] = [];
    if (!transition.isActive) demands.push(text('demand.inactive'));
    if (transition.requiredColumns.length > 0) {
        demands.push(text('demand.columns', transition.requiredColumns.map(columnLabel).join(', ')));
    }
    if (transition.noteRequired) demands.push(text('demand.note'));
    if (transition.requiredRole !== '') demands.push(text('demand.role', transition.requiredRole));
    return demands;
}

export function findingText(finding: Finding, words: Words): string {
    const { text, statusReasons, columnLabel } = words;
    if (finding.kind === 'status') {
        const label = labelOf(finding.status, statusReasons);
        switch (finding.code) {
            case 'unreachable':
                return text('finding.unreachable', label);
            case 'dead-end':
                return text('finding.deadEnd', label);
            case 'never-closes':
                return text('finding.neverCloses', label);
        }
    }
    const move = moveText(finding.transition, words);
    switch (finding.code) {
        case 'same':
            return text('finding.same', move);
        case 'status-missing':
            return text('finding.statusMissing', move, finding.subject);
        case 'platform':
            return text('finding.platform', move);
        case 'duplicate':
            return text('finding.duplicate', move);
        case 'column-missing':
            return text('finding.columnMissing', move, columnLabel(finding.subject));
        case 'too-many-columns':
            return text('finding.tooManyColumns', move);
        case 'role-missing':
            return text('finding.roleMissing', move, finding.subject);
    }
}

const CONSEQUENCE_TEXTS = {
    'no-way-out': ['consequence.noWayOut', 'consequence.noWayOut.one', 'consequence.noWayOut.unknown'],
    'cannot-close': ['consequence.cannotClose', 'consequence.cannotClose.one', 'consequence.cannotClose.unknown'],
    'cannot-reopen': ['consequence.cannotReopen', 'consequence.cannotReopen.one', 'consequence.cannotReopen.unknown'],
} as const;

/** What a change means for leads; the number of leads comes first, because that is what decides. */
export function consequenceText(consequence: Consequence, { text, statusReasons, number }: Words): string {
    const { code, leads } = consequence;
    const reasons = consequence.statuses
        .map((one) => {
            const label = labelOf(one.status, statusReasons);
            return one.leads === null ? label : `${label} (${number(one.leads)})`;
        })
        .join(', ');
    const [many, one, unknown] = CONSEQUENCE_TEXTS[code];
    if (leads === null) return text(unknown, reasons);
    return leads === 1 ? text(one, reasons) : text(many, number(leads), reasons);
}

/** A change in one line, such as "Added: New → Nurturing". */
export function changeText(change: Change, words: Words): string {
    const move = moveText(subjectOf(change), words);
    switch (change.kind) {
        case 'added':
            return words.text('change.added', move);
        case 'removed':
            return words.text('change.removed', move);
        case 'changed':
            return words.text('change.changed', move);
    }
}

/** What a change changes, one line for each of its members; of an added one what it demands. */
export function changeDetails(change: Change, words: Words): readonly string[] {
    switch (change.kind) {
        case 'removed':
            return [];
        case 'added':
            return demandsOf(change.after, words);
        case 'changed':
            return change.members.map((member) =>
                words.text(
                    'change.member',
                    memberLabel(member, words),
                    memberText(change.before, member, words),
                    memberText(change.after, member, words),
                ),
            );
    }
}

function memberLabel(member: Changeable, { text }: Words): string {
    switch (member) {
        case 'requiredColumns':
            return text('move.columns');
        case 'noteRequired':
            return text('move.note');
        case 'requiredRole':
            return text('move.role');
        case 'message':
            return text('move.message');
        case 'isActive':
            return text('move.active');
    }
}

function memberText(transition: StoredTransition, member: Changeable, { text, columnLabel }: Words): string {
    const yesNo = (value: boolean): string => text(value ? 'answer.yes' : 'answer.no');
    switch (member) {
        case 'requiredColumns':
            return transition.requiredColumns.map(columnLabel).join(', ') || text('answer.none');
        case 'noteRequired':
            return yesNo(transition.noteRequired);
        case 'requiredRole':
            return transition.requiredRole || text('move.role.anyone');
        case 'message':
            return transition.message === '' ? text('answer.none') : text('answer.quoted', transition.message);
        case 'isActive':
            return yesNo(transition.isActive);
    }
}

/** What is wrong with a file, and where in it. */
export function problemText(problem: FileProblem, { text }: Words): string {
    const { code, path, place, detail } = problem;
    const where = text('file.place', place.line, place.column);
    const at = path === '' ? where : text('file.placeOf', path, place.line, place.column);
    switch (code) {
        case 'syntax':
            return detail === '' ? text('file.syntax.end', where) : text('file.syntax', where, detail);
        case 'format':
            return text('file.format', detail);
        case 'version':
            return text('file.version', detail);
        case 'missing':
            return text('file.missing', at, detail);
        case 'unknown-member':
            return text('file.unknownMember', at, detail);
        case 'not-an-object':
            return text('file.notAnObject', at);
        case 'not-a-list':
            return text('file.notAList', at);
        case 'not-a-text':
            return text('file.notAText', at);
        case 'not-a-number':
            return text('file.notANumber', at);
        case 'not-yes-or-no':
            return text('file.notYesOrNo', at);
        case 'not-a-state':
            return text('file.notAState', at, detail);
        case 'too-long':
            return text('file.tooLong', at, detail);
        case 'too-many':
            return text('file.tooMany', at, detail);
        case 'unknown-status':
            return text('file.unknownStatus', at, detail);
        case 'duplicate':
            return text('file.duplicate', at, detail);
    }
}

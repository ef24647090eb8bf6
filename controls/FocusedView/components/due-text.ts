import type { Due } from '../card-model';
import type { OwnText } from '../texts';

/** When an activity is due, in words: "3 days overdue", "Tomorrow". Empty without an activity. */
export function dueText(due: Due, text: OwnText): string {
    switch (due.kind) {
        case 'none':
            return '';
        case 'undated':
            return text('due.undated');
        case 'overdue':
            return due.days === 1 ? text('due.overdueOne') : text('due.overdue', due.days);
        case 'late':
            return text('due.late');
        case 'today':
            return text('due.today');
        case 'tomorrow':
            return text('due.tomorrow');
        case 'upcoming':
            return text('due.upcoming', due.days);
    }
}

export type DueTone = 'danger' | 'warning' | 'plain';

export function dueTone(due: Due): DueTone {
    switch (due.kind) {
        case 'overdue':
        case 'late':
            return 'danger';
        case 'today':
            return 'warning';
        case 'none':
        case 'undated':
        case 'tomorrow':
        case 'upcoming':
            return 'plain';
    }
}

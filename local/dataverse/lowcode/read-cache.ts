import type { RowCounts } from './formula-services';

/**
 * What one run of a formula has read already. Formulas ask for the same rows again and again; they get the same answer
 * until the run itself writes something.
 */
export class ReadCache {
    private answers = new Map<string, unknown>();
    private written = 0;

    constructor(private readonly counts: RowCounts) {}

    /** For what changed rows without the run's own counting. */
    forget(): void {
        this.answers = new Map();
    }

    /** @param key says all that the answer depends on */
    read<Answer>(key: string, work: () => Answer): Answer {
        if (this.written !== this.counts.rowsWritten) {
            this.answers = new Map();
            this.written = this.counts.rowsWritten;
        }
        if (this.answers.has(key)) {
            return this.answers.get(key) as Answer;
        }
        const answer = work();
        this.answers.set(key, answer);
        return answer;
    }
}

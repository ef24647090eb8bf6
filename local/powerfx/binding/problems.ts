import type { Span } from '../syntax/span';
import type { Problem } from './problem';

/** The problems found while a formula is bound; the same one at the same place is kept once. */
export class Problems {
    private readonly found: Problem[] = [];
    private readonly seen = new Set<string>();

    get all(): readonly Problem[] {
        return this.found;
    }

    get errorCount(): number {
        return this.found.filter((problem) => problem.severity === 'error').length;
    }

    error(span: Span, message: string): void {
        this.add({ kind: 'binding', severity: 'error', message, start: span.start, end: span.end });
    }

    warning(span: Span, message: string): void {
        this.add({ kind: 'binding', severity: 'warning', message, start: span.start, end: span.end });
    }

    delegationWarning(span: Span, message: string): void {
        this.add({ kind: 'delegation', severity: 'warning', message, start: span.start, end: span.end });
    }

    private add(problem: Problem): void {
        const key = `${problem.start}-${problem.end} ${problem.severity} ${problem.message}`;
        if (!this.seen.has(key)) {
            this.seen.add(key);
            this.found.push(problem);
        }
    }
}

import type { Span } from '../syntax/span';

/** What is wrong with a formula, or doubtful about it. A formula with errors cannot run. */
export interface Problem extends Span {
    readonly kind: 'syntax' | 'binding' | 'delegation';
    readonly severity: 'error' | 'warning';
    readonly message: string;
}

import type { Span } from './span';

/** Why, and where, a formula cannot be read. */
export interface SyntaxFault {
    readonly span: Span;
    readonly message: string;
}

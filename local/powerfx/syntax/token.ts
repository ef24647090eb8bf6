import type { Span } from './span';

/** Kinds of token, by the names that error messages call them (Microsoft Power Fx, TokKind). */
export type TokenKind =
    | 'Eof'
    | 'Error'
    | 'Ident'
    | 'NumLit'
    | 'StrLit'
    | 'Comment'
    | 'Add'
    | 'Sub'
    | 'Mul'
    | 'Div'
    | 'Caret'
    | 'ParenOpen'
    | 'ParenClose'
    | 'CurlyOpen'
    | 'CurlyClose'
    | 'BracketOpen'
    | 'BracketClose'
    | 'Equ'
    | 'Lss'
    | 'LssEqu'
    | 'Grt'
    | 'GrtEqu'
    | 'LssGrt'
    | 'Comma'
    | 'Dot'
    | 'Colon'
    | 'Ampersand'
    | 'PercentSign'
    | 'Semicolon'
    | 'At'
    | 'Or'
    | 'And'
    | 'Bang'
    | 'True'
    | 'False'
    | 'In'
    | 'Exactin'
    | 'Self'
    | 'Parent'
    | 'KeyOr'
    | 'KeyAnd'
    | 'KeyNot'
    | 'As'
    | 'StrInterpStart'
    | 'StrInterpEnd'
    | 'IslandStart'
    | 'IslandEnd';

export interface Token {
    readonly kind: TokenKind;
    readonly span: Span;
    /** The name, text or number that it stands for. */
    readonly text: string;
    /** What is wrong with it, when there is more to say than that it is out of place. */
    readonly fault?: string;
    /** A comment or quoted name whose end is missing. */
    readonly isOpen?: boolean;
}

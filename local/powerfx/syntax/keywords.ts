import type { TokenKind } from './token';

export const keywords: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
    ['true', 'True'],
    ['false', 'False'],
    ['in', 'In'],
    ['exactin', 'Exactin'],
    ['Self', 'Self'],
    ['Parent', 'Parent'],
    ['And', 'KeyAnd'],
    ['Or', 'KeyOr'],
    ['Not', 'KeyNot'],
    ['As', 'As'],
]);

/** Words kept for later versions of the language; as a name they must be quoted. */
export const reservedWords: ReadonlySet<string> = new Set([
    'Is',
    'This',
    'blank',
    'Child',
    'Children',
    'Siblings',
    'empty',
    'null',
    'none',
    'nothing',
    'undefined',
]);

/** Punctuation, longest first. */
export const punctuation: readonly (readonly [string, TokenKind])[] = [
    ['<=', 'LssEqu'],
    ['>=', 'GrtEqu'],
    ['<>', 'LssGrt'],
    ['||', 'Or'],
    ['&&', 'And'],
    ['+', 'Add'],
    ['-', 'Sub'],
    ['*', 'Mul'],
    ['/', 'Div'],
    ['^', 'Caret'],
    ['(', 'ParenOpen'],
    [')', 'ParenClose'],
    ['{', 'CurlyOpen'],
    ['}', 'CurlyClose'],
    ['[', 'BracketOpen'],
    [']', 'BracketClose'],
    ['=', 'Equ'],
    ['<', 'Lss'],
    ['>', 'Grt'],
    [',', 'Comma'],
    ['.', 'Dot'],
    [':', 'Colon'],
    ['&', 'Ampersand'],
    ['%', 'PercentSign'],
    [';', 'Semicolon'],
    ['@', 'At'],
    ['!', 'Bang'],
];

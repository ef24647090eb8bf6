import { enumeration } from './enumeration';

export const jsonFormat = enumeration(
    'JSONFormat',
    {
        Compact: '',
        IndentFour: '4',
        IgnoreBinaryData: 'G',
        IncludeBinaryData: 'B',
        IgnoreUnsupportedTypes: 'I',
        FlattenValueTables: '_',
    },
    { backing: 'text', joinsToItself: true },
);

export const matchOptions = enumeration(
    'MatchOptions',
    {
        BeginsWith: '^c',
        EndsWith: 'c$',
        Complete: '^c$',
        Contains: 'c',
        IgnoreCase: 'i',
        Multiline: 'm',
        FreeSpacing: 'x',
        DotAll: 's',
        NumberedSubMatches: 'N',
    },
    { backing: 'text', joinsToItself: true },
);

/** An address as it is commonly written: no spaces or punctuation, an at sign, and names with dots between. */
const email =
    '(?:(?:[\\{\\}]|[^\\s@<>,;:\\\\""\\p{Pi}\\p{Ps}\\p{Pe}\\p{Pf}])+@' +
    '(?:(?:[\\-_\\xb7\\u05f3\\u05f4\\u0f0b\\u30fb]|[^\\s\\p{P}<=>+\\|])+\\.)+' +
    '(?:[\\-_\\xb7\\u05f3\\u05f4\\u0f0b\\u30fb]|[^\\s\\p{P}<=>+\\|])+)';

export const match = enumeration(
    'Match',
    {
        Any: '.',
        Comma: ',',
        Digit: '\\d',
        Email: email,
        Hyphen: '-',
        LeftParen: '\\(',
        Letter: '\\p{L}',
        MultipleDigits: '\\d+',
        MultipleLetters: '\\p{L}+',
        MultipleNonSpaces: '\\S+',
        MultipleSpaces: '\\s+',
        NonSpace: '\\S',
        OptionalDigits: '\\d*',
        OptionalLetters: '\\p{L}*',
        OptionalNonSpaces: '\\S*',
        OptionalSpaces: '\\s*',
        Period: '\\.',
        RightParen: '\\)',
        Space: '\\s',
        Tab: '\\t',
    },
    { backing: 'text', acceptsBackingValue: true, joinsToItself: true },
);

import { enumeration } from './enumeration';

export const traceSeverity = enumeration('TraceSeverity', { Error: 3, Warning: 1, Information: 0, Critical: 4 });

export const traceOptions = enumeration(
    'TraceOptions',
    { None: 'none', IgnoreUnsupportedTypes: 'I' },
    { backing: 'text', joinsToItself: true },
);

import type { Problem } from '../index';

/** One compile error as a case expects it. */
export interface ExpectedProblem {
    readonly severity: 'error' | 'warning';
    readonly start: number;
    readonly end: number;
    readonly message: string;
}

/** Reads `Errors: Error 15-16: message|Warning 0-5: message`. */
export function readExpectedProblems(expected: string): readonly ExpectedProblem[] {
    const body = expected.slice(expected.indexOf(':') + 1).trim();
    const problems: ExpectedProblem[] = [];
    for (const part of body.split(/\|(?=(?:Error|Warning) \d+-\d+: )/)) {
        const [, severity, start, end, message = ''] = /^(Error|Warning) (\d+)-(\d+): (.*)$/s.exec(part.trim()) ?? [];
        problems.push({
            severity: severity === 'Warning' ? 'warning' : 'error',
            start: Number(start),
            end: Number(end),
            message: message.trim(),
        });
    }
    return problems;
}

/** Whether every problem that is expected is among those found, word for word and in its place. */
export function containsAll(found: readonly Problem[], expected: readonly ExpectedProblem[]): boolean {
    return expected.every((wanted) =>
        found.some(
            (problem) =>
                problem.start === wanted.start &&
                problem.end === wanted.end &&
                problem.severity === wanted.severity &&
                problem.message.trim() === wanted.message,
        ),
    );
}

import { readFileSync } from 'node:fs';
import { Types } from '../index';
import { agrees } from './compare';
import { containsAll, readExpectedProblems } from './expected-problems';
import { Console } from './console';

interface Step {
    readonly line: number;
    readonly input: string;
    readonly expected: string;
}

/** Runs a script of inputs and what each is to answer, one after the other, each seeing what the former did. */
export function runScript(path: string, print: (line: string) => void): void {
    const { setup, steps } = readScript(path);
    const session = new Console(setup);
    let agree = 0;
    for (const step of steps) {
        const answer = session.enter(step.input);
        const isRight = step.expected.startsWith('Errors:')
            ? answer.problems.some((problem) => problem.severity === 'error')
                ? containsAll(answer.problems, readExpectedProblems(step.expected))
                : false
            : step.expected === '#no value'
              ? answer.problems.length === 0
              : answer.value !== undefined && agrees(answer.value, answer.type ?? Types.Unknown, step.expected);
        agree += Number(isRight);
        if (!isRight) {
            print(`${path}:${step.line} ${step.input}\n  expected ${step.expected}\n  actual   ${answer.text}`);
        }
    }
    print(JSON.stringify({ script: path, total: steps.length, agree }));
}

function readScript(path: string): { setup: Record<string, boolean>; steps: readonly Step[] } {
    const setup: Record<string, boolean> = {};
    const steps: Step[] = [];
    let input: { line: number; text: string } | undefined;
    for (const [index, raw] of readFileSync(path, 'utf8').split(/\r?\n/).entries()) {
        const line = raw.replace(/^\uFEFF+/, '');
        if (input && line.startsWith(' ') && line.trim() !== '') {
            input.text += `\r\n${line}`;
        } else if (line.trim() === '' || line.startsWith('//')) {
            continue;
        } else if (/^#setup:/i.test(line)) {
            for (const flag of line.slice(line.indexOf(':') + 1).split(',')) {
                const isOff = flag.trim().startsWith('disable:');
                setup[flag.trim().replace(/^disable:/, '')] = !isOff;
            }
        } else if (line.startsWith('>>')) {
            if (input) {
                throw new Error(`${path}:${index + 1}: the input before this one has no expected answer.`);
            }
            input = { line: index + 1, text: line.slice(2).trim() };
        } else if (input) {
            if (!/^#skip\b/i.test(line.trim())) {
                steps.push({ line: input.line, input: input.text, expected: line.trim() });
            }
            input = undefined;
        } else {
            throw new Error(`${path}:${index + 1}: an expected answer without an input.`);
        }
    }
    return { setup, steps };
}

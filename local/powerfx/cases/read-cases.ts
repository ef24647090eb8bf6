import { readFileSync } from 'node:fs';
import type { ExpressionCase } from './expression-case';

/**
 * Reads a file of cases, one JSON object a line.
 * @throws naming the file and line that is no case.
 */
export function readCases(path: string): readonly ExpressionCase[] {
    const cases: ExpressionCase[] = [];
    for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
        if (line.trim() !== '') {
            cases.push(readCase(line, `${path}:${index + 1}`));
        }
    }
    return cases;
}

function readCase(line: string, place: string): ExpressionCase {
    let content: unknown;
    try {
        content = JSON.parse(line);
    } catch (fault) {
        throw new Error(`${place}: not a JSON object (${String(fault)}). Each line must be one case.`);
    }
    if (typeof content !== 'object' || content === null) {
        throw new Error(`${place}: not a JSON object. Each line must be one case.`);
    }
    const fields = content as Record<string, unknown>;
    const { file, line: number, setup = {}, expression, expected } = fields;
    if (typeof file !== 'string' || typeof expression !== 'string' || typeof expected !== 'string') {
        throw new Error(`${place}: a case needs the texts "file", "expression" and "expected".`);
    }
    if (typeof setup !== 'object' || setup === null) {
        throw new Error(`${place}: "setup" must be an object such as {"NumberIsFloat": false}.`);
    }
    return {
        file,
        line: typeof number === 'number' ? number : 0,
        setup: setup as Record<string, boolean>,
        expression,
        expected,
    };
}

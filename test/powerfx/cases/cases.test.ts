import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCases } from '../../../local/powerfx/cases/read-cases';
import { Report } from '../../../local/powerfx/cases/report';
import { runScript } from '../../../local/powerfx/cases/script';
import { tryCase } from '../../../local/powerfx/cases/try-case';

const folder = mkdtempSync(join(tmpdir(), 'powerfx-cases-'));

function file(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
}

const line = (expression: string, expected: string, setup: Record<string, boolean> = {}): string =>
    JSON.stringify({ file: 'Own.txt', line: 1, setup, expression, expected });

const outcome = (expression: string, expected: string, setup: Record<string, boolean> = {}) =>
    tryCase({ file: 'Own.txt', line: 1, setup, expression, expected });

test('a line that is no case is named with its file', () => {
    const path = file('bad.jsonl', `${line('1', '1')}\n{"file": 1`);
    expect(() => readCases(path)).toThrow(`${path}:2: not a JSON object`);
    expect(() => readCases(file('empty.jsonl', '{"file": "a"}'))).toThrow('a case needs the texts');
});

test('values agree when they are the same, floating-point ones when they are close', () => {
    expect(outcome('1 + 1', '2').agrees).toBe(true);
    expect(outcome('1 + 1', '2.0000001').agrees).toBe(false);
    expect(outcome('Float(1) / 3', '0.3333333').agrees).toBe(true);
    expect(outcome('"1" & 2', '"13"').agrees).toBe(false);
});

test('errors of the run and of the compiler are told apart', () => {
    expect(outcome('1 / 0', 'Error({Kind:ErrorKind.Div0})')).toMatchObject({ kind: 'runtimeError', agrees: true });
    const refused = outcome('Foo', "Errors: Error 0-3: Name isn't valid. 'Foo' isn't recognized.");
    expect(refused).toMatchObject({ kind: 'compileError', agrees: true, hasExactText: true });
    const elsewhere = outcome('Foo', "Errors: Error 1-3: Name isn't valid. 'Foo' isn't recognized.");
    expect(elsewhere).toMatchObject({ agrees: true, hasExactText: false });
    expect(outcome('1', 'Errors: Error 0-1: Anything')).toMatchObject({ agrees: false });
});

test('the setup of a file puts its records in scope and its clock in place', () => {
    expect(outcome('r2.Field2', '"moon"', { MutationFunctionsTestSetup: true }).agrees).toBe(true);
    expect(outcome('TopOptionSetField', 'OptionSet.option_1', { OptionSetTestSetup: true }).agrees).toBe(true);
    const summer = 'TimeZoneOffset(DateTime(2024, 7, 1, 0, 0, 0))';
    expect(outcome(summer, '-120', { 'TimeZoneInfo("Romance Standard Time")': true }).agrees).toBe(true);
});

test('the report counts by kind and ends as one JSON object', () => {
    const report = new Report();
    const path = file(
        'all.jsonl',
        [
            line('1', '1'),
            line('2', '3'),
            line('1/0', 'Error({Kind:ErrorKind.Div0})'),
            line('x', 'Errors: Error 0-1: y'),
        ].join('\n'),
    );
    for (const one of readCases(path)) {
        report.add(one, tryCase(one));
    }
    expect(JSON.parse(report.summary())).toMatchObject({
        total: 4,
        agree: 3,
        values: { total: 2, agree: 1 },
        runtimeErrors: { total: 1, agree: 1 },
        compileErrors: { total: 1, refused: 1, exactText: 0 },
    });
});

test('the steps of a script see what the former ones did', () => {
    const lines: string[] = [];
    const text =
        '#SETUP: PowerFxV1CompatibilityRules\n>> Set(x, [1])\nTable({Value:1})\n\n>> y = CountRows(x)\n1\n>> Set(x,\n  Blank()); IsBlank(x)\ntrue\n';
    runScript(file('own.txt', text), (one) => lines.push(one));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ total: 3, agree: 3 });
});

/**
 * Tries expressions against what they are expected to give:
 * `npm run powerfx -- --cases FILE.jsonl [FILE.jsonl …] [--file NAME] [--failures N]`, or the steps of a stateful script:
 * `npm run powerfx -- --script FILE.txt`. The last line printed is one JSON object with the figures.
 */
import { parseArgs } from 'node:util';
import { readCases } from './read-cases';
import { Report } from './report';
import { runScript } from './script';
import { tryCase } from './try-case';

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        cases: { type: 'string', multiple: true },
        script: { type: 'string', multiple: true },
        file: { type: 'string', multiple: true },
        failures: { type: 'string', default: '0' },
        texts: { type: 'boolean', default: false },
    },
});

function runCases(paths: readonly string[]): void {
    const report = new Report();
    let shown = Number(values.failures);
    for (const path of paths) {
        for (const one of readCases(path)) {
            if (values.file && !values.file.includes(one.file)) {
                continue;
            }
            const outcome = tryCase(one);
            report.add(one, outcome);
            const isRight =
                outcome.agrees && (!values.texts || outcome.kind !== 'compileError' || outcome.hasExactText);
            if (!isRight && shown > 0) {
                shown--;
                console.log(
                    `${one.file}:${one.line} ${one.expression}\n  expected ${one.expected}\n  actual   ${outcome.actual}`,
                );
            }
        }
    }
    for (const line of report.lines()) {
        console.log(line);
    }
    console.log(report.summary());
}

try {
    if (values.script) {
        for (const path of [...values.script, ...positionals]) {
            runScript(path, console.log);
        }
    } else if (values.cases) {
        runCases([...values.cases, ...positionals]);
    } else {
        throw new Error('Say what to run: --cases FILE.jsonl, or --script FILE.txt.');
    }
} catch (fault) {
    console.error(fault instanceof Error ? fault.message : String(fault));
    process.exitCode = 1;
}

import type { ExpressionCase } from './expression-case';
import type { Outcome } from './try-case';

interface Count {
    total: number;
    agree: number;
}

/** Counts what came of the cases: in all, by kind, by file and by function. */
export class Report {
    private readonly all: Count = { total: 0, agree: 0 };
    private readonly values: Count = { total: 0, agree: 0 };
    private readonly runtimeErrors: Count = { total: 0, agree: 0 };
    private readonly compileErrors = { total: 0, refused: 0, exactText: 0 };
    private readonly files = new Map<string, Count>();
    private readonly functions = new Map<string, Count>();
    private skipped = 0;

    add(one: ExpressionCase, outcome: Outcome): void {
        if (outcome.kind === 'skipped') {
            this.skipped++;
            return;
        }
        const counts = [this.all, countOf(this.files, one.file)];
        for (const name of new Set(one.expression.match(/\b[A-Z]\w*(?=\()/g) ?? [])) {
            counts.push(countOf(this.functions, name));
        }
        if (outcome.kind === 'compileError') {
            this.compileErrors.total++;
            this.compileErrors.refused += Number(outcome.agrees);
            this.compileErrors.exactText += Number(outcome.hasExactText);
        } else {
            counts.push(outcome.kind === 'value' ? this.values : this.runtimeErrors);
        }
        for (const count of counts) {
            count.total++;
            count.agree += Number(outcome.agrees);
        }
    }

    /** One line per file and per function, those that fall short marked. */
    lines(): readonly string[] {
        const list = (title: string, counts: ReadonlyMap<string, Count>): string[] => [
            title,
            ...[...counts]
                .sort(([left], [right]) => left.localeCompare(right))
                .map(([name, { total, agree }]) => `${agree === total ? '  ' : '- '}${name}: ${agree} of ${total}`),
        ];
        return [...list('By file', this.files), ...list('By function', this.functions)];
    }

    /** Everything as one JSON object. */
    summary(): string {
        return JSON.stringify({
            ...this.all,
            skipped: this.skipped,
            values: this.values,
            runtimeErrors: this.runtimeErrors,
            compileErrors: this.compileErrors,
            files: Object.fromEntries(this.files),
            functions: Object.fromEntries(this.functions),
        });
    }
}

function countOf(counts: Map<string, Count>, name: string): Count {
    const known = counts.get(name);
    if (known) {
        return known;
    }
    const count = { total: 0, agree: 0 };
    counts.set(name, count);
    return count;
}

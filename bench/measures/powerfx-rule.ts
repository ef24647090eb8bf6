import {
    compile,
    Decimal,
    fieldsOf,
    recordOf,
    recordType,
    Types,
    utcZone,
    type RecordValue,
    type RunContext,
    type Value,
} from '../../local/powerfx';
import { medianMilliseconds, type Measurement } from '../measure';

const ROWS = 20_000;
const RUNS = 15;

/** What a maker might write to rank leads: comparisons, text, arithmetic and an order of cases. */
const FORMULA = `If(
    decisionmaker && budget >= 10000 && Not(IsBlank(need)), 100 - timeframe * 8,
    budget >= 5000 || StartsWith(need, "replace"), 50,
    10
)`;

interface Lead {
    readonly decisionmaker: boolean;
    readonly budget: number | null;
    readonly need: string | null;
    readonly timeframe: number;
}

/** The same rule in TypeScript; `StartsWith` does not see case. */
function byHand({ decisionmaker, budget, need, timeframe }: Lead): number {
    if (decisionmaker && (budget ?? 0) >= 10_000 && need !== null && need !== '') return 100 - timeframe * 8;
    if ((budget ?? 0) >= 5_000 || (need ?? '').toLowerCase().startsWith('replace')) return 50;
    return 10;
}

/** And once more, over the very rows that the formula reads, with decimal numbers. */
function byHandOnRows(lead: RecordValue): Decimal {
    const budget = lead.get('budget');
    const need = lead.get('need');
    const timeframe = lead.get('timeframe');
    const isAtLeast = (least: Decimal): boolean => budget instanceof Decimal && budget.compare(least) >= 0;
    if (lead.get('decisionmaker') === true && isAtLeast(TEN_THOUSAND) && need !== null && need !== '') {
        const deduction = (timeframe instanceof Decimal ? timeframe : Decimal.zero).times(EIGHT) ?? Decimal.zero;
        return HUNDRED.minus(deduction) ?? Decimal.zero;
    }
    if (isAtLeast(FIVE_THOUSAND) || (typeof need === 'string' && need.toLowerCase().startsWith('replace'))) {
        return FIFTY;
    }
    return TEN;
}

const EIGHT = Decimal.ofInteger(8);
const TEN = Decimal.ofInteger(10);
const FIFTY = Decimal.ofInteger(50);
const HUNDRED = Decimal.ofInteger(100);
const FIVE_THOUSAND = Decimal.ofInteger(5_000);
const TEN_THOUSAND = Decimal.ofInteger(10_000);

function leadAt(index: number): Lead {
    return {
        decisionmaker: index % 3 === 0,
        budget: index % 7 === 0 ? null : (index * 37) % 20_000,
        need: index % 5 === 0 ? null : index % 2 === 0 ? 'Replace the old system' : 'A second site',
        timeframe: index % 5,
    };
}

/** A compiled formula against the same rule written by hand, over the same leads. */
async function measureRule(): Promise<Measurement> {
    const scope = recordType(
        fieldsOf({
            decisionmaker: Types.Boolean,
            budget: Types.Decimal,
            need: Types.Text,
            timeframe: Types.Decimal,
        }),
    );
    const schema = { findVariable: () => undefined, findChoice: () => undefined, functions: [], scope };
    const formula = compile(FORMULA, schema);
    const leads = Array.from({ length: ROWS }, (_, index) => leadAt(index));
    const records = leads.map(({ budget, timeframe, ...rest }) =>
        recordOf({
            ...rest,
            budget: budget === null ? null : Decimal.ofInteger(budget),
            timeframe: Decimal.ofInteger(timeframe),
        }),
    );
    const context = aContext();
    for (const [index, lead] of leads.entries()) {
        const value = formula.run(context, records[index]);
        if (!(value instanceof Decimal) || Number(value.toString()) !== byHand(lead)) {
            throw new Error(`The formula gives another answer than the rule for ${JSON.stringify(lead)}.`);
        }
    }
    const kept: { value: Value } = { value: null };
    const evaluated = await medianMilliseconds(RUNS, () => {
        for (const record of records) kept.value = formula.run(context, record);
    });
    const written = await medianMilliseconds(RUNS, () => {
        for (const lead of leads) kept.value = byHand(lead);
    });
    const writtenOnRows = await medianMilliseconds(RUNS, () => {
        for (const record of records) kept.value = byHandOnRows(record);
    });
    const compiled = await medianMilliseconds(RUNS, () => {
        compile(FORMULA, schema);
    });
    const perSecond = Math.round(ROWS / evaluated) * 1000;
    return {
        what: 'Power Fx: a rule of four columns, compiled once',
        value: `${perSecond.toLocaleString('en-US')} evaluations a second`,
        against:
            `${(evaluated / writtenOnRows).toFixed(1)} × the time of the rule in TypeScript over the same rows (aim: within 5), ` +
            `${(evaluated / written).toFixed(1)} × over plain objects with floating-point numbers. ` +
            `Compiling: ${compiled.toFixed(2)} ms`,
    };
}

function aContext(): RunContext {
    return {
        variables: { get: () => null, set: () => undefined },
        now: () => 0,
        timeZone: utcZone,
        culture: 'en-US',
        random: () => 0,
        newGuid: () => '00000000-0000-4000-8000-000000000000',
        functions: new Map(),
        checkDeadline: () => undefined,
    };
}

void measureRule().then((measurement) => console.log(JSON.stringify(measurement)));

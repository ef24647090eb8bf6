import fc from 'fast-check';
import { check, compile, ErrorValue, Decimal, type Value } from '../../../../local/powerfx';
import { environmentSchema } from '../../../../local/dataverse/lowcode/environment-schema';
import { formulaServices, runContext } from '../../../../local/dataverse/lowcode/formula-run';
import type { RowCounts } from '../../../../local/dataverse/lowcode/formula-services';
import type { Row } from '../../../../local/dataverse/pipeline/types';
import { aGarden, ADMINISTRATOR, as, FRENCH_SELLER, SELLER, type Garden } from './a-garden';

let garden: Garden;
beforeAll(() => {
    garden = aGarden();
});
afterAll(() => garden.local.close());

interface Ran {
    readonly value: Value;
    readonly counts: RowCounts;
    /** SQL that was run on the table of plants. */
    readonly statements: readonly string[];
}

function run(text: string, user = SELLER): Ran {
    const { organization } = garden.local;
    const formula = compile(text, environmentSchema(organization, []), { allowSideEffects: true });
    const counts: RowCounts = { rowsRead: 0, rowsWritten: 0, queries: 0 };
    const services = formulaServices(organization, as(user), {
        name: 'test',
        dependencies: formula.dependencies,
        counts,
        clock: Date.now,
    });
    const spy = jest.spyOn(garden.local.environment.store, 'prepare');
    try {
        const value = formula.run(runContext(services, new Map()));
        const statements = spy.mock.calls.map(([sql]) => sql).filter((sql) => /FROM "?gdn_plant"?\b/.test(sql));
        return { value, counts, statements };
    } finally {
        spy.mockRestore();
    }
}

const plain = (value: Value): unknown =>
    value instanceof Decimal ? Number(value.toString()) : value instanceof ErrorValue ? value.errors : value;

const CONTACT = 'cccccccc-0000-4000-8000-000000000001';
const ROWS: readonly Row[] = [
    {
        gdn_name: 'lupin',
        gdn_height: 20,
        gdn_acidity: 6.5,
        gdn_latitude: 1.5,
        gdn_sownon: '2026-03-01',
        gdn_ishardy: true,
    },
    { gdn_name: 'lily', gdn_height: 0, gdn_notes: 'white', gdn_season: 123450001, gdn_sownon: '2026-04-15' },
    { gdn_name: 'aster', gdn_height: 100, gdn_acidity: 0.1, gdn_season: 123450000, gdn_ishardy: false },
    { gdn_name: 'a_b%c', gdn_seeds: 12, gdn_latitude: -2.25, gdn_wateredat: '2026-05-01T10:00:00Z' },
    { gdn_name: 'poppy', gdn_height: 50, gdn_price: 12.5, gdn_contactid: { table: 'contact', id: CONTACT } },
    { gdn_notes: 'no name', gdn_height: 20, gdn_wateredat: '2026-05-01T12:30:00Z', gdn_ishardy: true },
];

beforeAll(() => {
    const { organization } = garden.local;
    organization.create('contact', { contactid: CONTACT, lastname: 'Laurent' }, as(SELLER));
    ROWS.forEach((row) => organization.create('gdn_plant', { gdn_name: null, ...row }, as(SELLER)));
});

describe('One query is enough for', () => {
    it.each([
        ['CountRows(gdn_plants)', 6],
        ['CountRows(Filter(gdn_plants, gdn_height >= 50))', 2],
        ['CountIf(gdn_plants, gdn_height >= 50 && gdn_ishardy = false)', 1],
        ['First(Sort(Filter(gdn_plants, gdn_height > 0), gdn_height, SortOrder.Descending)).gdn_name', 'aster'],
        ['LookUp(gdn_plants, StartsWith(gdn_name, "po")).gdn_height', 50],
        ['LookUp(gdn_plants, gdn_contactid.lastname = "Laurent", gdn_name)', 'poppy'],
        [`LookUp(gdn_plants, gdn_contactid.contactid = GUID("${CONTACT}")).gdn_name`, 'poppy'],
        ['Concat(FirstN(Sort(gdn_plants, gdn_height), 2), gdn_height, ",")', '0,20'],
        [
            'Concat(Sort(Filter(gdn_plants, Value(gdn_season) in [123450000, 123450001]), gdn_name), gdn_name, ",")',
            'aster,lily',
        ],
        ['With({least: 10 * 5}, CountRows(Filter(gdn_plants, gdn_height >= least)))', 2],
        ['CountRows(Filter(gdn_plants, Year(gdn_sownon) = 2026 && gdn_height = 0))', 1],
        ['First(LookUp(contacts, lastname = "Laurent").gdn_contact_plant).gdn_name', 'poppy'],
    ])('%s', (text, expected) => {
        const { value, statements } = run(text);
        expect(plain(value)).toEqual(expected);
        expect(statements).toHaveLength(1);
    });

    it('the same question asked again, until something is written', () => {
        const twice = run(
            'With({all: Filter(gdn_plants, gdn_height > 0)}, Sum(all, gdn_height) / Max(all, gdn_height))',
        );
        expect([plain(twice.value), twice.statements.length]).toEqual([1.9, 1]);
    });
});

describe('Reading', () => {
    it('reads only the columns that the formula names', () => {
        const [sql = ''] = run('Concat(gdn_plants, gdn_name)').statements;
        expect(sql).toContain('gdn_name');
        expect(sql).not.toContain('gdn_acidity');
    });

    it('sees only rows that the user may read', () => {
        expect(plain(run('CountRows(gdn_plants)', FRENCH_SELLER).value)).toBe(0);
        expect(plain(run('CountRows(gdn_plants)', ADMINISTRATOR).value)).toBe(6);
    });

    it('reads a lookup only when the formula goes beyond its key', () => {
        const key = run('First(Filter(gdn_plants, gdn_name = "poppy")).gdn_contactid.contactid');
        expect(key.counts).toMatchObject({ queries: 1, rowsRead: 1 });
        const beyond = run('First(Filter(gdn_plants, gdn_name = "poppy")).gdn_contactid.lastname');
        expect([plain(beyond.value), beyond.counts]).toMatchObject(['Laurent', { queries: 2, rowsRead: 2 }]);
    });

    it('compares text without case when the query does it', () => {
        expect(plain(run('CountRows(Filter(gdn_plants, gdn_name = "LUPIN"))').value)).toBe(1);
    });

    it('refuses more than 1000 rows, which a query that does all the work does not need', () => {
        const { organization } = garden.local;
        const many = Array.from({ length: 1001 }, (_, index) =>
            organization.create('task', { subject: `Task ${index}` }, as(SELLER)),
        );
        expect(plain(run('Concat(tasks, subject)').value)).toMatchObject([{ kind: 'QuotaExceeded' }]);
        expect(plain(run('CountRows(tasks)').value)).toBe(1001);
        expect(plain(run('LookUp(tasks, subject = "Task 1000").subject').value)).toBe('Task 1000');
        expect(plain(run('CountRows(FirstN(tasks, 10))').value)).toBe(10);
        const changed = run('Patch(tasks, LookUp(tasks, subject = "Task 1000"), {subject: "Done"}); CountRows(tasks)');
        expect([plain(changed.value), changed.counts.rowsRead]).toEqual([1001, 1]);
        many.forEach((id) => organization.delete('task', id, as(SELLER)));
    });
});

it('says with its place what the query cannot do', () => {
    const warnings = (text: string) =>
        check(text, environmentSchema(garden.local.organization, [])).warnings.map(
            ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
        );
    expect(warnings('Filter(gdn_plants, gdn_height > 5 && Len(gdn_name) = 3)')).toEqual(['delegation =']);
    expect(warnings('Sort(gdn_plants, Len(gdn_name))')).toEqual(['delegation Len(gdn_name)']);
    expect(warnings('LookUp(gdn_plants, gdn_height = 5 || IsBlank(gdn_notes))')).toEqual([]);
});

const number = fc.constantFrom('-1', '0', '12', '20', '50', '0.1', '6.5', 'Blank()');
const order = fc.constantFrom('=', '<>', '<', '<=', '>', '>=');
const equality = fc.constantFrom('=', '<>');
const atom: fc.Arbitrary<string> = fc.oneof(
    fc
        .tuple(fc.constantFrom('gdn_height', 'gdn_acidity', 'gdn_seeds', 'gdn_price', 'gdn_latitude'), order, number)
        .map((all) => all.join(' ')),
    fc.tuple(number, order, fc.constant('gdn_height')).map((all) => all.join(' ')),
    fc
        .tuple(fc.constant('gdn_name'), equality, fc.constantFrom('"lupin"', '"lily"', '""', 'Blank()'))
        .map((all) => all.join(' ')),
    fc
        .tuple(
            fc.constantFrom('StartsWith', 'EndsWith'),
            fc.constantFrom('"l"', '"in"', '"a_"', '"%c"', '""', 'Blank()'),
        )
        .map(([name, text]) => `${name}(gdn_name, ${text})`),
    fc.constantFrom('"p"', '"_b"', '""').map((text) => `${text} in gdn_name`),
    fc
        .tuple(fc.constant('gdn_sownon'), order, fc.constantFrom('Date(2026, 3, 1)', 'Date(2026, 4, 1)'))
        .map((all) => all.join(' ')),
    fc
        .tuple(
            fc.constant('gdn_wateredat'),
            order,
            fc.constantFrom('DateTime(2026, 5, 1, 12, 0, 0)', 'DateTime(2026, 5, 1, 10, 0, 0)'),
        )
        .map((all) => all.join(' ')),
    fc
        .tuple(fc.constant('Value(gdn_season)'), order, fc.constantFrom('123450000', '123450001'))
        .map((all) => all.join(' ')),
    fc.constantFrom(
        'gdn_ishardy',
        'gdn_ishardy = false',
        'IsBlank(gdn_notes)',
        'IsBlank(gdn_height)',
        'IsBlank(gdn_contactid)',
    ),
    fc.constantFrom('gdn_height in [0, 20]', 'gdn_height in [100, Blank()]', 'Value(gdn_season) in [123450001]'),
    fc.constantFrom(
        'gdn_contactid.lastname = "Laurent"',
        'gdn_contactid.lastname <> "Laurent"',
        `gdn_contactid.contactid = GUID("${CONTACT}")`,
    ),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => `(${left} && ${right})`),
        fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => `(${left} || ${right})`),
        tie('condition').map((inner) => `Not(${inner})`),
    ),
}));

it('gives the rows that evaluating in memory gives, whatever the condition', () => {
    const rowsOf = (text: string) =>
        String(plain(run(text).value))
            .split(',')
            .sort();
    const id = 'Concat(%, Text(gdn_plantid), ",")';
    fc.assert(
        fc.property(condition, (test) => {
            const schema = environmentSchema(garden.local.organization, []);
            expect(check(`Filter(gdn_plants, ${test})`, schema).warnings).toEqual([]);
            const delegated = rowsOf(id.replace('%', () => `Filter(gdn_plants, ${test})`));
            // The first condition cannot be delegated, so neither are those after it.
            const inMemory = rowsOf(id.replace('%', () => `Filter(gdn_plants, Len(gdn_name) >= 0 && (${test}))`));
            expect(delegated).toEqual(inMemory);
        }),
        { numRuns: 400 },
    );
});

it.each([
    'gdn_height',
    'gdn_acidity',
    'gdn_sownon',
    'gdn_wateredat',
    'gdn_ishardy',
    'gdn_price',
    'gdn_contactid.lastname',
])('sorts by %s as in memory, with empty values last', (column) => {
    for (const direction of ['SortOrder.Ascending', 'SortOrder.Descending']) {
        const inOrder = (table: string) =>
            plain(run(`Concat(FirstN(Sort(${table}, ${column}, ${direction}), 5), Text(gdn_plantid), ",")`).value);
        expect(inOrder('gdn_plants')).toEqual(inOrder('Filter(gdn_plants, Len(gdn_name) >= 0)'));
    }
});

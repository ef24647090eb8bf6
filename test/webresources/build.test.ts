import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { buildWebResources } from '../../webresources/build';

/** Where the solution says which web resources it has. */
const DESCRIBED = join(__dirname, '../../solution/src/WebResources');

const folder = mkdtempSync(join(tmpdir(), 'webresources-'));
const first = join(folder, 'first');
const second = join(folder, 'second');

function filesOf(directory: string): ReadonlyMap<string, Buffer> {
    const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(directory, name)).isFile())
        .sort();
    return new Map(names.map((name) => [name, readFileSync(join(directory, name))]));
}

beforeAll(async () => {
    await buildWebResources(first);
    await buildWebResources(second);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built web resources', () => {
    it('are exactly those that the solution names', () => {
        const described = readdirSync(DESCRIBED, { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('.data.xml'))
            .map((file) => /<Name>(.+)<\/Name>/.exec(readFileSync(join(DESCRIBED, file), 'utf8'))?.[1]);
        expect(described.length).toBeGreaterThan(20);
        expect([...filesOf(first).keys()].sort()).toEqual(described.sort());
    });

    it('are the same bytes every time', () => {
        expect(filesOf(second)).toEqual(filesOf(first));
    });

    it('share one global, in whatever order they are loaded', () => {
        const page = createContext({});
        for (const name of ['opportunity/opportunity', 'lead/lead', 'configuration/commands']) {
            runInContext(readFileSync(join(first, `llc_/${name}.js`), 'utf8'), page);
        }
        const shape: unknown = runInContext(
            `JSON.stringify(Object.fromEntries(Object.entries(LeadLifecycle).map(([name, part]) =>
                [name, Object.values(part).every((it) => typeof it === 'function') && Object.keys(part)])))`,
            page,
        );
        expect(JSON.parse(String(shape))).toEqual({
            OpportunityForm: ['onLoad'],
            OpportunityCommands: [
                'winFromForm',
                'loseFromForm',
                'reopenFromForm',
                'winFromGrid',
                'loseFromGrid',
                'reopenFromGrid',
                'someAreOpen',
                'someAreClosed',
            ],
            LeadForm: ['onLoad'],
            LeadCommands: [
                'qualifyFromForm',
                'disqualifyFromForm',
                'reactivateFromForm',
                'qualifyFromGrid',
                'disqualifyFromGrid',
                'reactivateFromGrid',
                'changeStatusFromForm',
                'changeStatusFromGrid',
                'hasWayOnForm',
                'haveWayInGrid',
            ],
            ConfigurationCommands: ['loadDefaults', 'canLoadDefaults'],
        });
    });

    it('stay small: form and commands of lead below 18 kB, and no dialog among them', () => {
        expect(compressed('lead/lead')).toBeLessThan(18_000);
        expect(compressed('opportunity/opportunity')).toBeLessThan(14_000);
        const script = readFileSync(join(first, 'llc_/lead/lead.js'), 'utf8');
        expect(['createElement', '$batch'].filter((word) => script.includes(word))).toEqual([]);
    });

    it.each([
        'gate/gate',
        'lead/status',
        'lead/qualify',
        'lead/qualify-many',
        'lead/disqualify',
        'lead/reactivate',
        'opportunity/close',
        'opportunity/reopen',
    ])('stay small: the dialog %s below 85 kB, half of it React', (name) => {
        expect(compressed(name)).toBeLessThan(85_000);
    });

    function compressed(name: string): number {
        return gzipSync(readFileSync(join(first, `llc_/${name}.js`)), { level: 9 }).length;
    }
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { buildWebResources } from '../../webresources/build';

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
        expect([...filesOf(first).keys()]).toEqual([
            'llc_/configuration/commands.js',
            'llc_/configuration/form.js',
            'llc_/dialog/dialog.css',
            ...[
                'criterion',
                'defaults',
                'disqualify',
                'history',
                'lead',
                'lose',
                'qualify',
                'reactivate',
                'reason',
                'reopen',
                'status',
                'transition',
                'win',
            ].map((icon) => `llc_/icons/${icon}.svg`),
            'llc_/lead/disqualify.html',
            'llc_/lead/disqualify.js',
            'llc_/lead/lead.js',
            'llc_/lead/qualify.html',
            'llc_/lead/qualify.js',
            'llc_/lead/reactivate.html',
            'llc_/lead/reactivate.js',
            'llc_/lead/status.html',
            'llc_/lead/status.js',
            'llc_/opportunity/close.html',
            'llc_/opportunity/close.js',
            'llc_/opportunity/opportunity.css',
            'llc_/opportunity/opportunity.js',
            'llc_/opportunity/reopen.html',
            'llc_/opportunity/reopen.js',
            'llc_/strings/LeadLifecycle.1033.resx',
            'llc_/strings/LeadLifecycle.1036.resx',
        ]);
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

    it('stay small: form and commands of lead below 18 kB, a dialog below 46 kB, compressed', () => {
        const size = (name: string): number =>
            gzipSync(readFileSync(join(first, `llc_/lead/${name}.js`)), { level: 9 }).length;
        expect(size('lead')).toBeLessThan(18_000);
        for (const dialog of ['qualify', 'disqualify', 'reactivate', 'status'])
            expect(size(dialog)).toBeLessThan(46_000);
    });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_TEXT_KEYS as GRID_TEXT_KEYS } from '../../controls/EditableGrid/texts';
import { OWN_TEXT_KEYS } from '../../controls/FocusedView/texts';
import { OWN_TEXT_KEYS as MAP_TEXT_KEYS } from '../../controls/TransitionMap/texts';
import { readTexts } from '../../controls/resx';
import { allTextKeys } from '../../lifecycle/messages';

const ROOT = join(__dirname, '../..');
const LANGUAGES = [1033, 1036];

function textsOf(path: string, language: number): ReadonlyMap<string, string> {
    return readTexts(readFileSync(join(ROOT, `${path}.${language}.resx`), 'utf8'));
}

function sources(folder: string): string {
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
        .join('\n');
}

describe.each(LANGUAGES)('texts in language %i', (language) => {
    it('hold every key that the focused view uses', () => {
        const texts = textsOf('controls/FocusedView/strings/FocusedView', language);
        expect(OWN_TEXT_KEYS.filter((key) => !texts.get(key)?.trim())).toEqual([]);
    });

    it('hold every key that the editable grid uses, and no other', () => {
        const texts = textsOf('controls/EditableGrid/strings/EditableGrid', language);
        const own = [...texts.keys()].filter((key) => !/^(control|dataset)\./.test(key));
        expect(own.sort()).toEqual([...GRID_TEXT_KEYS].sort());
    });

    it('hold every key that the transition map uses, and no other', () => {
        const texts = textsOf('controls/TransitionMap/strings/TransitionMap', language);
        const own = [...texts.keys()].filter((key) => !/^(control|dataset)\./.test(key));
        expect(own.sort()).toEqual([...MAP_TEXT_KEYS].sort());
    });

    it('of the transition map are all asked for', () => {
        // Once in their list, and at least once more where they are shown.
        const asked = sources('controls/TransitionMap');
        expect(MAP_TEXT_KEYS.filter((key) => asked.split(`'${key}'`).length < 3)).toEqual([]);
    });

    it('hold every message of the lifecycle that the focused view is given at build time', () => {
        const texts = textsOf('webresources/strings/LeadLifecycle', language);
        expect(allTextKeys().filter((key) => !texts.get(key)?.trim())).toEqual([]);
    });

    it('hold every key that the status reason picker uses', () => {
        const texts = textsOf('controls/StatusReasonPicker/strings/StatusReasonPicker', language);
        const used = [...sources('controls/StatusReasonPicker').matchAll(/text\('([^']+)'\)/g)].map(
            ([, key]) => key ?? '',
        );
        expect(used.length).toBeGreaterThan(0);
        expect(used.filter((key) => !texts.has(key))).toEqual([]);
    });

    it.each(['EditableGrid', 'FocusedView', 'ProgressMeter', 'StatusReasonPicker', 'TransitionMap'])(
        'name %s as its manifest asks',
        (control) => {
            const manifest = readFileSync(join(ROOT, `controls/${control}/ControlManifest.Input.xml`), 'utf8');
            const keys = [...manifest.matchAll(/(?:display-name|description)-key="([^"]+)"/g)].map(
                ([, key]) => key ?? '',
            );
            const texts = textsOf(`controls/${control}/strings/${control}`, language);
            expect(keys.filter((key) => !texts.get(key))).toEqual([]);
        },
    );
});

describe('texts', () => {
    it.each([
        ['EditableGrid', 'controls/EditableGrid/strings/EditableGrid'],
        ['FocusedView', 'controls/FocusedView/strings/FocusedView'],
        ['ProgressMeter', 'controls/ProgressMeter/strings/ProgressMeter'],
        ['StatusReasonPicker', 'controls/StatusReasonPicker/strings/StatusReasonPicker'],
        ['TransitionMap', 'controls/TransitionMap/strings/TransitionMap'],
    ])('of %s have the same keys and the same places for values in every language', (_control, path) => {
        const [english, french] = LANGUAGES.map((language) => textsOf(path, language));
        const places = (texts: ReadonlyMap<string, string> | undefined) =>
            [...(texts ?? [])].map(([key, text]) => [
                key,
                [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort(),
            ]);
        expect(places(french)).toEqual(places(english));
    });

    it('of the focused view are all used', () => {
        const own = new Set<string>(OWN_TEXT_KEYS);
        const extra = [...textsOf('controls/FocusedView/strings/FocusedView', 1033).keys()].filter(
            (key) => !own.has(key),
        );
        expect(extra.filter((key) => !/^(control|dataset)\./.test(key))).toEqual([]);
    });
});

import fc from 'fast-check';

import { openEnvironment } from '../../../../local/dataverse/environment';
import type { Column } from '../../../../local/dataverse/metadata/types';
import { escapeAttribute } from '../../../../local/dataverse/solution/xml';
import { uninstallSolution } from '../../../../local/dataverse/solution/uninstall-solution';

import { aSolution, aTable, entities, PLANT_ROOT } from './a-solution';
import { ADMINISTRATOR, anEnvironment, as, everything, importInto, row } from './an-environment';

/** A column as a maker would describe it. */
interface PlainColumn {
    readonly name: string;
    readonly english: string;
    readonly french: string;
    readonly required: 'none' | 'recommended' | 'required';
    readonly kind:
        | { readonly type: 'nvarchar'; readonly maxLength: number }
        | { readonly type: 'int'; readonly minValue: number; readonly maxValue: number }
        | { readonly type: 'decimal'; readonly precision: number }
        | {
              readonly type: 'picklist';
              readonly options: readonly { readonly value: number; readonly label: string }[];
          };
}

const label = fc
    .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
    .map((text) => text.replace(/[^ -\ud7ff\ue000-\ufffd]/g, '?'))
    .filter((text) => text.trim() !== '');

const column: fc.Arbitrary<PlainColumn> = fc.record({
    name: fc.stringMatching(/^[A-Z][A-Za-z]{2,10}$/).map((name) => `gdn_X${name}`),
    english: label,
    french: label,
    required: fc.constantFrom('none', 'recommended', 'required'),
    kind: fc.oneof(
        fc.record({ type: fc.constant('nvarchar' as const), maxLength: fc.integer({ min: 1, max: 4000 }) }),
        fc.record({
            type: fc.constant('int' as const),
            minValue: fc.integer({ min: -1000, max: 0 }),
            maxValue: fc.integer({ min: 1, max: 1000 }),
        }),
        fc.record({ type: fc.constant('decimal' as const), precision: fc.integer({ min: 0, max: 10 }) }),
        fc.record({
            type: fc.constant('picklist' as const),
            options: fc.uniqueArray(fc.record({ value: fc.integer({ min: 100_000_000, max: 900_000_000 }), label }), {
                selector: ({ value }) => value,
                minLength: 1,
                maxLength: 5,
            }),
        }),
    ),
});

const columns = fc.uniqueArray(column, { selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 6 });

const LEVELS = { none: 'None', recommended: 'Recommended', required: 'ApplicationRequired' } as const;

function xmlOf({ name, english, french, required, kind }: PlainColumn): string {
    const texts =
        `<displayname description="${escapeAttribute(english)}" languagecode="1033" />` +
        `<displayname description="${escapeAttribute(french)}" languagecode="1036" />`;
    const more = ((): string => {
        switch (kind.type) {
            case 'nvarchar':
                return `<MaxLength>${kind.maxLength}</MaxLength>`;
            case 'int':
                return `<MinValue>${kind.minValue}</MinValue><MaxValue>${kind.maxValue}</MaxValue>`;
            case 'decimal':
                return `<Accuracy>${kind.precision}</Accuracy>`;
            case 'picklist':
                return (
                    `<optionset Name="${name.toLowerCase()}"><options>` +
                    kind.options
                        .map(
                            (option) =>
                                `<option value="${option.value}"><labels><label description="${escapeAttribute(option.label)}" languagecode="1033" /></labels></option>`,
                        )
                        .join('') +
                    '</options></optionset>'
                );
        }
    })();
    return (
        `<attribute PhysicalName="${name}"><Type>${kind.type}</Type><LogicalName>${name.toLowerCase()}</LogicalName>` +
        `<RequiredLevel>${required}</RequiredLevel><displaynames>${texts}</displaynames>${more}</attribute>`
    );
}

/** What the metadata has to say of such a column. */
function expectedOf({ name, english, french, required, kind }: PlainColumn): Partial<Column> {
    const common = {
        schemaName: name,
        logicalName: name.toLowerCase(),
        displayName: { 1033: english, 1036: french },
        requiredLevel: LEVELS[required],
    };
    switch (kind.type) {
        case 'nvarchar':
            return { ...common, type: 'String', maxLength: kind.maxLength };
        case 'int':
            return { ...common, type: 'Integer', minValue: kind.minValue, maxValue: kind.maxValue };
        case 'decimal':
            return { ...common, type: 'Decimal', precision: kind.precision };
        case 'picklist':
            return {
                ...common,
                type: 'Picklist',
                optionSet: {
                    name: name.toLowerCase(),
                    isGlobal: false,
                    displayName: {},
                    options: kind.options.map((option) => ({ value: option.value, label: { 1033: option.label } })),
                },
            };
    }
}

describe('Whatever columns a solution has', () => {
    it('the metadata has exactly them, and removing the solution leaves what was before', () => {
        const environment = anEnvironment();
        importInto(environment, aSolution({ uniqueName: 'Before' }));
        const before = everything(environment, ['environmentproperty']);
        fc.assert(
            fc.property(columns, (plain) => {
                const zip = aSolution({
                    roots: PLANT_ROOT,
                    sections: entities(aTable({ attributes: plain.map(xmlOf).join('') })),
                });
                importInto(environment, zip);
                const table = environment.metadata.table('gdn_plant');
                for (const each of plain) {
                    expect(table.columns.get(each.name.toLowerCase())).toMatchObject(expectedOf(each));
                }
                const own = [...table.columns.values()].filter(
                    ({ logicalName, attributeOf }) => logicalName.startsWith('gdn_x') && attributeOf === undefined,
                );
                expect(own.map(({ logicalName }) => logicalName)).toEqual(plain.map(({ name }) => name.toLowerCase()));
                const id = String(row(environment, 'solution', 'uniquename', 'Garden')['solutionid']);
                uninstallSolution(environment, id, as(ADMINISTRATOR));
                expect(everything(environment, ['environmentproperty'])).toBe(before);
            }),
            { numRuns: 25 },
        );
        environment.close();
    });

    it('a new process reads the same metadata from the same file', () => {
        const environment = openEnvironment({ path: ':memory:' });
        importInto(environment, aSolution({ roots: PLANT_ROOT, sections: entities(aTable()) }));
        const before = environment.metadata.table('gdn_plant');
        environment.reloadMetadata();
        expect(environment.metadata.table('gdn_plant')).toEqual(before);
        expect(environment.metadata.table('gdn_plant')).not.toBe(before);
        environment.close();
    });
});

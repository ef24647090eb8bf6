import { check } from '../../local/powerfx';
import { allFragments } from '../../plugins/build';
import type { Fragment } from '../../plugins/formula/fragment';
import { pluginSchema } from '../../plugins/schema/plugin-schema';
import { readPlugins } from '../../plugins/read-plugins';
import { rulesModel, tableNamed, tables } from './data-model';

const fragments = [...allFragments(rulesModel).values()];

/** The others are made from texts and constants, and call nothing. */
const isOfTables = ({ literals }: Fragment): boolean => literals.every((literal) => literal === 'table');

/** Tables in whose rows formulas stand while they call fragments. */
const ROW_SCOPES = [
    'environmentvariabledefinition',
    'environmentvariablevalue',
    'lead',
    'llc_criterion',
    'llc_disqualificationreason',
    'llc_statushistory',
    'llc_statustransition',
    'opportunity',
    'processstage',
    'role',
    'systemuser',
    'team',
];

describe('a fragment', () => {
    it('is not called like a function of Power Fx, which it would hide', () => {
        const [plugin] = readPlugins();
        if (!plugin) throw new Error('There is no plug-in.');
        const schema = pluginSchema(plugin.contract, tables);
        for (const { name } of fragments) {
            const { errors } = check(`${name}()`, schema, { allowSideEffects: true });
            expect(errors.map(({ message }) => message).join()).toContain(`'${name}' is an unknown`);
        }
    });

    it('has parameters that no column hides', () => {
        const columns = new Set(ROW_SCOPES.flatMap((table) => tableNamed(table).columns.map(({ name }) => name)));
        for (const fragment of fragments.filter(isOfTables)) {
            const hidden = fragment.parameters(['lead']).filter((parameter) => columns.has(parameter));
            expect([fragment.name, hidden]).toEqual([fragment.name, []]);
        }
    });

    it('is called by a plug-in or by another fragment', () => {
        const bodies = fragments.filter(isOfTables).map((it) => it.body(['lead']).text);
        const texts = [...readPlugins().map(({ formula }) => formula.text), ...bodies];
        const isCalled = (name: string): boolean =>
            texts.some((text) => new RegExp(`\\b${name}\\(`).test(text.replace(/^\/\/.*$/gm, '')));
        expect(fragments.map(({ name }) => name).filter((name) => !isCalled(name))).toEqual([]);
    });
});

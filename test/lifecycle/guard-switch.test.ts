import { Enforcement } from '../../lifecycle/choices';
import { guardSwitchQuery, readGuardIsOff } from '../../lifecycle/configuration/guard-switch';
import { loadConfiguration } from '../../lifecycle/commands/load-configuration';
import { defaultConfiguration } from '../../lifecycle/defaults';
import { aHost } from './builders';

const VALUES = 'environmentvariabledefinition_environmentvariablevalue';

describe('the switch of the guard', () => {
    it.each([
        ['without the variable', [], false],
        ['by the default', [{ defaultvalue: 'yes' }], false],
        ['by a default of no', [{ defaultvalue: 'no', [VALUES]: [] }], true],
        ['by a value over the default', [{ defaultvalue: 'yes', [VALUES]: [{ value: 'no' }] }], true],
        ['by a value of yes over a default of no', [{ defaultvalue: 'no', [VALUES]: [{ value: 'Yes' }] }], false],
        ['by an empty value, which says nothing', [{ defaultvalue: 'no', [VALUES]: [{ value: null }] }], true],
        ['by a text that means nothing', [{ defaultvalue: 'maybe' }], false],
    ])('is read %s', (_, definitions, isOff) => {
        expect(readGuardIsOff(definitions)).toBe(isOff);
    });

    it('is read once, together with the rest of the configuration', async () => {
        const host = aHost({ rows: { environmentvariabledefinition: [{ defaultvalue: 'no' }] } });
        expect((await loadConfiguration(host)).guardIsOff).toBe(true);
        expect(
            host.queries.filter((query) => query === `environmentvariabledefinition${guardSwitchQuery}`),
        ).toHaveLength(1);
    });

    it('leaves criteria as advice and asks for no note while the rules are off', async () => {
        const host = aHost({ rows: { environmentvariabledefinition: [{ defaultvalue: 'no' }] } });
        const { criteria, reasons, transitions } = await loadConfiguration(host);
        expect(new Set(criteria.map(({ enforcement }) => enforcement))).toEqual(new Set([Enforcement.warn]));
        expect(reasons.some(({ noteRequired }) => noteRequired)).toBe(false);
        expect(transitions).toEqual(defaultConfiguration(1033).transitions);
    });

    it('counts as on for a user who may not read it', async () => {
        const host = aHost();
        const configuration = await loadConfiguration({
            ...host,
            retrieveMultiple: async (table, options) => {
                if (table === 'environmentvariabledefinition') throw new Error('No privilege');
                return host.retrieveMultiple(table, options);
            },
        });
        expect([configuration.guardIsOff ?? false, host.reported.length]).toEqual([false, 1]);
    });
});

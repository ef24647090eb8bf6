import * as fc from 'fast-check';
import { addressOf, routeOf } from '../../../../local/app/platform/route';
import type { Route } from '../../../../local/app/platform/types';

const APP = 'aaaaaaaa-0000-4000-8000-000000000001';
const ID = '11111111-1111-4111-8111-111111111101';

describe('An address of the app', () => {
    it('of a list is the one that Dynamics 365 uses', () => {
        expect(addressOf({ page: 'list', app: APP, table: 'lead', viewId: ID })).toBe(
            `/main.aspx?appid=${APP}&pagetype=entitylist&etn=lead&viewid=${ID}`,
        );
    });

    it('of a row is the one that Dynamics 365 uses', () => {
        expect(addressOf({ page: 'form', app: APP, table: 'lead', id: ID })).toBe(
            `/main.aspx?appid=${APP}&pagetype=entityrecord&etn=lead&id=${ID}`,
        );
    });

    it('may write ids in braces and upper case', () => {
        expect(routeOf(`/main.aspx?appid=${APP}&pagetype=entityrecord&etn=lead&id=%7B${ID.toUpperCase()}%7D`)).toEqual({
            page: 'form',
            app: APP,
            table: 'lead',
            id: ID,
        });
    });

    it('without an app means the choice of apps', () => {
        expect(routeOf('/')).toEqual({ page: 'apps' });
        expect(routeOf('/main.aspx')).toEqual({ page: 'apps' });
    });

    it('without a page means the first page of the app', () => {
        expect(routeOf(`/main.aspx?appname=sales`)).toEqual({ page: 'default', app: 'sales' });
    });

    it('hands values over under any name', () => {
        const parameters = JSON.parse('{"__proto__": "a", "b": 1}') as Record<string, unknown>;
        const route = { page: 'form', app: APP, table: 'lead', parameters } as const;
        expect(routeOf(addressOf(route))).toEqual(route);
    });

    it('leads back to the same page, whatever values it hands over', () => {
        const text = fc.string({ minLength: 1 });
        const name = fc.stringMatching(/^[a-z_]{1,12}$/);
        const parameters = fc.dictionary(
            name,
            fc.oneof(text, fc.integer(), fc.boolean(), fc.constant([{ id: ID, entityType: 'account', name: 'Ä & B' }])),
            { minKeys: 1 },
        );
        const route: fc.Arbitrary<Route> = fc.oneof(
            fc.record({ page: fc.constant('list' as const), app: fc.constant(APP), table: name }),
            fc.record({ page: fc.constant('form' as const), app: fc.constant(APP), table: name, parameters }),
            fc.record({ page: fc.constant('webresource' as const), app: fc.constant(APP), name: text, data: text }),
        );
        fc.assert(
            fc.property(route, (one) => {
                // Lone surrogates cannot stand in an address.
                fc.pre(!/\\ud[89a-f]/i.test(JSON.stringify(one)));
                expect(routeOf(addressOf(one))).toEqual(one);
            }),
        );
    });
});

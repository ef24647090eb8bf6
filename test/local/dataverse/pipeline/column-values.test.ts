import fc from 'fast-check';
import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { acceptValue, rounded } from '../../../../local/dataverse/pipeline/rules/column-values';
import { NOW, aColumn, aLead, anEnvironment, refusal, refusalCode, seller } from './an-environment';

let dataverse: LocalDataverse;
beforeAll(() => {
    dataverse = anEnvironment();
});
afterAll(() => dataverse.close());

const create = (row = {}) => dataverse.organization.create('lead', aLead(row), seller);

describe('values that a column cannot hold are refused with the platform’s code', () => {
    it.each([
        [
            'an unknown column',
            { nosuchcolumn: 1 },
            '0x80041103',
            /'lead' entity doesn't contain attribute with Name = 'nosuchcolumn'/,
        ],
        [
            'a text that is too long',
            { lastname: 'x'.repeat(51) },
            '0x80044331',
            /'lastname' attribute of the 'lead' entity exceeded the maximum allowed length of '50'/,
        ],
        [
            'a whole number out of range',
            { numberofemployees: -1 },
            '0x8004432f',
            /The value -1 of 'numberofemployees'.*Accepted Values: 0 - 1000000/,
        ],
        ['a fraction in a whole number', { numberofemployees: 1.5 }, '0x80044354', /numberofemployees/],
        ['an amount out of range', { budgetamount: -5 }, '0x80044330', /budgetamount/],
        ['a choice that there is not', { leadqualitycode: 9 }, '0x8004431a', /Accepted Values: 1,2,3/],
        ['a number where text belongs', { subject: 5 }, '0x80044354', /Expected: String/],
        ['text where yes or no belongs', { donotphone: 'yes' }, '0x80044354', /Expected: Boolean/],
        ['text where a row belongs', { parentaccountid: 'Volvo' }, '0x80044354', /Expected: EntityReference/],
        [
            'a row of a table the lookup does not take',
            { parentaccountid: { table: 'contact', id: '00000000-0000-4000-8000-000000000001' } },
            '0x80040203',
            /It takes: account/,
        ],
        [
            'a row that is not there',
            { parentaccountid: { table: 'account', id: '00000000-0000-4000-8000-000000000001' } },
            '0x80040217',
            /^account With Id = 00000000-0000-4000-8000-000000000001 Does Not Exist$/,
        ],
        [
            'an id that is no GUID',
            { parentaccountid: { table: 'account', id: '42' } },
            '0x80040203',
            /'42' is not a GUID/,
        ],
        ['a date that is none', { estimatedclosedate: 'soon' }, '0x80040239', /'soon'/],
        ['a date before 1753', { estimatedclosedate: '1600-01-01' }, '0x80040239', /1600/],
        ['control characters', { subject: 'a\u0001b' }, '0x80040278', /invalid characters/],
    ])('%s', (_what, row, code, message) => {
        const error = refusal(() => create(row));
        expect(error.hexCode).toBe(code);
        expect(error.message).toMatch(message);
    });
});

describe('values are stored in one form', () => {
    it('leaves columns out that cannot be set, without a word', () => {
        const id = create({
            createdon: '2001-01-01T00:00:00Z',
            fullname: 'Somebody Else',
            owninguser: null,
            versionnumber: 5,
        });
        expect(dataverse.organization.retrieve('lead', id, ['createdon', 'fullname'], seller)).toMatchObject({
            createdon: NOW,
            fullname: 'Karin Lindqvist',
        });
    });

    it('makes empty text no value, dates whole seconds in UTC, ids lower case', () => {
        const id = create({
            leadid: '{AAAAAAAA-0000-4000-8000-00000000000A}',
            companyname: '',
            estimatedclosedate: '2026-05-01T22:00:00Z',
            lastonholdtime: '2026-05-01T10:00:00.123+02:00',
        });
        expect(id).toBe('aaaaaaaa-0000-4000-8000-00000000000a');
        expect(
            dataverse.organization.retrieve(
                'lead',
                id,
                ['companyname', 'estimatedclosedate', 'lastonholdtime'],
                seller,
            ),
        ).toMatchObject({
            companyname: null,
            estimatedclosedate: '2026-05-01',
            lastonholdtime: '2026-05-01T08:00:00Z',
        });
    });

    it('refuses a second row with the same id with 412', () => {
        const leadid = 'aaaaaaaa-0000-4000-8000-00000000000b';
        create({ leadid });
        const error = refusal(() => create({ leadid }));
        expect([error.hexCode, error.httpStatus]).toEqual(['0x80040237', 412]);
    });

    it('gives columns their defaults unless a value is given', () => {
        const id = create({ leadqualitycode: 1 });
        expect(
            dataverse.organization.retrieve('lead', id, ['leadqualitycode', 'prioritycode', 'donotphone'], seller),
        ).toMatchObject({ leadqualitycode: 1, prioritycode: 1, donotphone: false });
    });

    it('shows a former date as createdon when a migration gives it, and keeps when the row really came', () => {
        const overriddencreatedon = '2020-05-06T07:08:09Z';
        const context = { ...seller, userId: '11111111-1111-4111-8111-111111111101' };
        const id = dataverse.organization.create('lead', aLead({ overriddencreatedon }), context);
        expect(
            dataverse.organization.retrieve('lead', id, ['createdon', 'overriddencreatedon', 'modifiedon'], seller),
        ).toMatchObject({
            createdon: overriddencreatedon,
            overriddencreatedon: NOW,
            modifiedon: NOW,
        });
        expect(refusal(() => create({ overriddencreatedon })).message).toMatch(/prvOverrideCreatedOnCreatedBy/);
    });
});

describe('a value is accepted exactly when the column can hold it', () => {
    it('by length for text', () => {
        fc.assert(
            fc.property(
                fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }),
                fc.integer({ min: 1, max: 40 }),
                (text, maxLength) => {
                    const column = aColumn('text', { maxLength });
                    if (text.length <= maxLength) {
                        expect(acceptValue('t', column, text)).toBe(text);
                    } else {
                        expect(refusalCode(() => acceptValue('t', column, text))).toBe('0x80044331');
                    }
                },
            ),
        );
    });

    it('by range for numbers', () => {
        fc.assert(
            fc.property(
                fc.integer({ min: -50, max: 50 }),
                fc.integer({ min: -50, max: 0 }),
                fc.integer({ min: 0, max: 50 }),
                (value, minValue, maxValue) => {
                    const column = aColumn('number', { type: 'Integer', minValue, maxValue });
                    if (value >= minValue && value <= maxValue) {
                        expect(acceptValue('t', column, value)).toBe(value);
                    } else {
                        expect(refusalCode(() => acceptValue('t', column, value))).toBe('0x8004432f');
                    }
                },
            ),
        );
    });

    it('rounds half away from zero and never by more than half a place', () => {
        expect([
            rounded(1.005, 2),
            rounded(-1.005, 2),
            rounded(2.5, 0),
            rounded(-2.5, 0),
            rounded(0.1 + 0.2, 4),
        ]).toEqual([1.01, -1.01, 3, -3, 0.3]);
        fc.assert(
            fc.property(
                fc.double({ min: -1e9, max: 1e9, noNaN: true }),
                fc.integer({ min: 0, max: 4 }),
                (value, places) => {
                    expect(Math.abs(rounded(value, places) - value)).toBeLessThanOrEqual(0.5 * 10 ** -places + 1e-6);
                },
            ),
        );
    });
});

import { matchQueries } from '../../../lifecycle/qualify/matches/match-addresses';
import { readDuplicateRules } from '../../../lifecycle/qualify/matches/duplicate-rules';
import { metadata } from './a-qualification';

const lead = { companyname: 'Neckarwerke', lastname: 'Voss', emailaddress1: 'voss@neckarwerke.example' };

const asked = (hasDuplicateRule: ReturnType<typeof readDuplicateRules>): readonly string[] =>
    matchQueries(lead, { ...metadata, hasDuplicateRule })
        .filter(({ byRule }) => byRule)
        .map(({ party, address }) => `${/CRM\.(\w+)/.exec(decodeURIComponent(address))?.[1]} ${party}`);

describe('the duplicate rules of the environment', () => {
    it('are asked only between tables that a published one compares', () => {
        const rules = readDuplicateRules({
            ok: true,
            body: {
                value: [
                    { baseentityname: 'account', matchingentityname: 'account' },
                    { baseentityname: 'lead', matchingentityname: 'contact' },
                    { baseentityname: 'lead', matchingentityname: 'lead' },
                ],
            },
        });
        expect(asked(rules)).toEqual(['account account', 'lead contact']);
    });

    it('are all asked for a seller who may not see which there are', () => {
        const refused = { ok: false, problem: { status: 403, code: 0x80040220, message: 'no' } } as const;
        expect(asked(readDuplicateRules(refused))).toEqual([
            'account account',
            'lead account',
            'contact contact',
            'lead contact',
        ]);
    });
});

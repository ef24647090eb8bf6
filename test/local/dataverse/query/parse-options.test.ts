import {
    parseApply,
    parseExpand,
    parseOrderBy,
    parseSelect,
} from '../../../../local/dataverse/query/odata/parse-options';

describe('the parsers of the other query options', () => {
    it('take a $select with a trailing comma and with repeated names', () => {
        expect(parseSelect('name, statuscode,name,')).toEqual(['name', 'statuscode']);
    });

    it('read orders with and without direction', () => {
        expect(parseOrderBy('createdon desc, parentaccountid/name asc,subject')).toEqual([
            { path: ['createdon'], descending: true },
            { path: ['parentaccountid', 'name'], descending: false },
            { path: ['subject'], descending: false },
        ]);
    });

    it('keep separators inside quotes and parentheses of an $expand', () => {
        const [first, second] = parseExpand("a($select=x,y;$filter=n eq ';,)';$expand=b($top=2)),c/$ref");
        expect(first?.path).toEqual(['a']);
        expect([...(first?.options ?? [])]).toEqual([
            ['$select', 'x,y'],
            ['$filter', "n eq ';,)'"],
            ['$expand', 'b($top=2)'],
        ]);
        expect(second).toMatchObject({ path: ['c'], refOnly: true });
    });

    it('read groups and aggregates of an $apply', () => {
        const apply = parseApply('filter(a eq 1)/groupby((b,c/d),aggregate($count as n,e with sum as s))', new Map());
        expect(apply.groupBy).toEqual([['b'], ['c', 'd']]);
        expect(apply.aggregations).toEqual([
            { method: 'count', alias: 'n' },
            { path: ['e'], method: 'sum', alias: 's' },
        ]);
        expect(apply.filter?.kind).toBe('comparison');
        expect(() => parseApply('concat(a)', new Map())).toThrow(
            'The $apply transformation "concat" is not supported here',
        );
    });
});

import { filterXml } from '../../../../local/app/pcf/data-set/filter-xml';

describe('a data set’s filter', () => {
    it('becomes FetchXML, nested groups and lists of values included', () => {
        const xml = filterXml({
            filterOperator: 0,
            conditions: [
                { attributeName: 'name', conditionOperator: 6, value: 'A & "B"%' },
                { attributeName: 'statuscode', conditionOperator: 8, value: ['1', '2'] },
            ],
            filters: [
                {
                    filterOperator: 1,
                    conditions: [
                        { attributeName: 'createdon', conditionOperator: 15, value: '' },
                        { attributeName: 'fullname', conditionOperator: 12, value: '', entityAliasName: 'c' },
                    ],
                },
            ],
        });
        expect(xml).toBe(
            '<filter type="and">' +
                '<condition attribute="name" operator="like" value="A &amp; &quot;B&quot;%"/>' +
                '<condition attribute="statuscode" operator="in"><value>1</value><value>2</value></condition>' +
                '<filter type="or">' +
                '<condition attribute="createdon" operator="today"/>' +
                '<condition entityname="c" attribute="fullname" operator="null"/>' +
                '</filter></filter>',
        );
    });

    it('refuses an operator that there is none of', () => {
        const condition = { attributeName: 'name', conditionOperator: -1 as const, value: '' };
        expect(() => filterXml({ filterOperator: 0, conditions: [condition] })).toThrow(
            'condition operator -1 of "name" is unknown',
        );
    });
});

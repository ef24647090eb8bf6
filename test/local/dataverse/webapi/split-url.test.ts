import { splitPath, splitUrl } from '../../../../local/dataverse/webapi/address/split-url';

describe('addresses', () => {
    it.each([
        'http://127.0.0.1:8484/api/data/v9.2/leads(1)?$select=a',
        'http:/127.0.0.1:8484/api/data/v9.2/leads(1)?$select=a',
        '/api/data/v8.0/leads(1)?$select=a',
        'api/data/v9.2/leads(1)?%24select=a',
        'leads(1)?$select=a',
        '/leads(1)?$SELECT=a',
        '//leads(1)/?$select=a&',
    ])('%s leads to the same row', (url) => {
        const { path, options } = splitUrl(url);
        expect(path).toBe('leads(1)');
        expect([...options]).toEqual([['$select', 'a']]);
    });

    it('keep the version that was asked for', () => {
        expect(splitUrl('/api/data/v8.0/leads').version).toBe('8.0');
        expect(splitUrl('leads').version).toBe('9.2');
    });

    it('read plus signs as spaces in the query, and parameter aliases apart from options', () => {
        const { options, aliases } = splitUrl('F(A=%40p0)?%24filter=a+eq+1&@p0=%7B%22x%22%3A1%7D');
        expect(options.get('$filter')).toBe('a eq 1');
        expect(aliases.get('@p0')).toBe('{"x":1}');
    });

    it('are cut at slashes outside of quotes and parentheses', () => {
        expect(splitPath("accounts(name='a/b(c')/Account_Tasks/$ref")).toEqual([
            { name: 'accounts', arguments: "name='a/b(c'" },
            { name: 'Account_Tasks' },
            { name: '$ref' },
        ]);
        expect(() => splitPath("accounts(name='a)")).toThrow('do not match');
    });

    it('with broken percent-encoding are refused by name', () => {
        expect(() => splitUrl('/api/data/v9.2/leads?$filter=%E0%A4%A')).toThrow('broken percent-encoding');
    });
});

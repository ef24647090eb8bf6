import { parsePreferences } from '../../../../local/dataverse/webapi/preferences';

describe('the Prefer header', () => {
    it('is read with several preferences and commas inside quotes', () => {
        const preferences = parsePreferences(
            'odata.include-annotations="a.b,c.*",return=representation, odata.maxpagesize=2',
        );
        expect(preferences.returnRepresentation).toBe(true);
        expect(preferences.maxPageSize).toBe(2);
        expect(['a.b', 'a.c', 'c.d'].map((name) => preferences.includes(name))).toEqual([true, false, true]);
        expect(preferences.applied).toBe(
            'odata.include-annotations="a.b,c.*",return=representation,odata.maxpagesize=2',
        );
    });

    it('asks for nothing when it is not there or not understood', () => {
        for (const header of [undefined, '', 'odata.track-changes', 'odata.maxpagesize=x', 'return=minimal']) {
            const preferences = parsePreferences(header);
            expect([preferences.returnRepresentation, preferences.anyAnnotation, preferences.maxPageSize]).toEqual([
                false,
                false,
                undefined,
            ]);
        }
    });

    it('limits pages to 5000 rows', () => {
        expect(parsePreferences('odata.maxpagesize=100000').maxPageSize).toBe(5000);
    });
});

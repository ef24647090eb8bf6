import { baseRibbon } from '../../../../local/dataverse/base/base-ribbon';

const ids = (ribbon: string) => [...ribbon.matchAll(/<(?:Button|FlyoutAnchor) Id="([^"]+)"/g)].map(([, id]) => id);

describe('baseRibbon', () => {
    it('has the stock ids that solutions hide or override on leads', () => {
        expect(ids(baseRibbon('lead'))).toEqual(
            expect.arrayContaining([
                'Mscrm.Form.lead.ConvertLeadQuick',
                'Mscrm.Form.lead.DisqualifyLeadAs.UCI',
                'Mscrm.Form.lead.ReactivateLead',
                'Mscrm.HomepageGrid.lead.ConvertLeadQuick',
                'Mscrm.HomepageGrid.lead.DisqualifyLeadAs',
                'Mscrm.HomepageGrid.lead.NewRecord',
                'Mscrm.SubGrid.lead.AddNewStandard',
            ]),
        );
    });

    it('closes leads and opportunities by their own commands, not by Deactivate', () => {
        expect(ids(baseRibbon('lead'))).not.toContain('Mscrm.Form.lead.Deactivate');
        expect(ids(baseRibbon('opportunity'))).toContain('Mscrm.Form.opportunity.MarkAsWon');
        expect(ids(baseRibbon('opportunity'))).not.toContain('Mscrm.Form.opportunity.Deactivate');
        expect(ids(baseRibbon('account'))).toContain('Mscrm.Form.account.Deactivate');
    });

    it('names every command, rule and label that it refers to, for any table', () => {
        for (const [table, isActivity] of [
            ['lead', false],
            ['opportunity', false],
            ['x_anything', false],
            ['task', true],
            ['activitypointer', true],
        ] as const) {
            const ribbon = baseRibbon(table, isActivity);
            const all = (pattern: RegExp) => [...ribbon.matchAll(pattern)].map(([, id]) => id);
            const commands = new Set(all(/<CommandDefinition Id="([^"]+)"/g));
            const rules = new Set(all(/<(?:EnableRule|DisplayRule) Id="([^"]+)">/g));
            const labels = new Set(all(/<LocLabel Id="([^"]+)"/g));
            expect(all(/ Command="([^"]+)"/g).filter((id) => !commands.has(id))).toEqual([]);
            expect(all(/<(?:EnableRule|DisplayRule) Id="([^"]+)"\/>/g).filter((id) => !rules.has(id))).toEqual([]);
            expect(all(/LabelText="\$LocLabels:([^"]+)"/g).filter((id) => !labels.has(id))).toEqual([]);
            expect(ribbon).not.toContain('{table}');
            for (const place of ['Form', 'HomepageGrid', 'SubGrid']) {
                expect(ribbon).toContain(`<Tab Id="Mscrm.${place}.${table}.MainTab"`);
                expect(ribbon).toContain(`Id="Mscrm.${place}.${table}.MainTab.Actions.Controls"`);
            }
        }
    });

    it('labels every command in English and French', () => {
        for (const label of baseRibbon('lead').matchAll(/<LocLabel .*?<\/LocLabel>/g)) {
            expect(label[0]).toContain('languagecode="1033"');
            expect(label[0]).toContain('languagecode="1036"');
        }
    });
});

import fc from 'fast-check';
import { fieldToFocus } from '../../../lifecycle/form/field-to-focus';
import { formRow } from '../../../lifecycle/form/form-row';

describe('the field of a column that takes the focus', () => {
    const names = fc.constantFrom('need', 'need1', 'header_need', 'header_process_need', 'header_process_need_1');
    const fields = fc.array(fc.record({ name: names, isVisible: fc.boolean() }));

    it('is visible, the form’s own before the step of the process, and that before the header', () => {
        const rank = (name: string): number =>
            name.startsWith('header_process_') ? 1 : name.startsWith('header_') ? 2 : 0;
        fc.assert(
            fc.property(fields, (list) => {
                const target = fieldToFocus(list);
                const visible = list.filter(({ isVisible }) => isVisible).map(({ name }) => name);
                if (target === null) return expect(visible).toEqual([]);
                expect(visible).toContain(target.name);
                expect(Math.min(...visible.map(rank))).toBe(rank(target.name));
                expect(target.processBar).toBe(['collapsed', 'floating', null][rank(target.name)]);
            }),
        );
    });
});

describe('the values of a form', () => {
    it('lie over those of columns that are not on it', () => {
        expect(formRow([['need', null]], { need: 1, budgetamount: 5 })).toEqual({ need: null, budgetamount: 5 });
    });

    it('are lookups as ids, dates as text, and lists of choices as they are', () => {
        const columns = [
            ['parentaccountid', [{ id: '{0AA00000-0000-4000-8000-000000000001}', name: 'Contoso' }]],
            ['estimatedclosedate', new Date(Date.UTC(2026, 11, 24))],
            ['channels', [1, 2]],
            ['empty', []],
        ] as const;
        expect(formRow(columns, {})).toEqual({
            parentaccountid: '0aa00000-0000-4000-8000-000000000001',
            estimatedclosedate: '2026-12-24T00:00:00.000Z',
            channels: [1, 2],
            empty: [],
        });
    });
});

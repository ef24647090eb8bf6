import { Gate } from '../../lifecycle/choices';
import { gateOf, isForward } from '../../lifecycle/stage-gate/stage-gate';

const qualify = { id: '{F99B4D48-7AAD-456E-864A-8E7D543F7495}', category: null };

describe('the stage gate', () => {
    it('goes by the ids of the stock process, in braces and capitals too', () => {
        expect(gateOf(qualify)).toBe(Gate.qualify);
        expect(gateOf({ id: 'bfc9108c-8389-406b-9166-2c3298a2e41f', category: 3 })).toBe(Gate.develop);
        expect(gateOf({ id: '3a275c22-fc45-4e89-97fc-41e5ec578743', category: null })).toBe(Gate.propose);
    });

    it('goes by the category of any other stage, and knows no gate for the rest', () => {
        const other = 'aaaaaaaa-0000-4000-8000-000000000000';
        expect([0, 1, 2, 3, 4, null].map((category) => gateOf({ id: other, category }))).toEqual([
            Gate.qualify,
            Gate.develop,
            Gate.propose,
            Gate.close,
            null,
            null,
        ]);
    });

    it('reads the direction without case', () => {
        expect(['Next', 'next', 'NEXT', 'Previous', 'previous'].map(isForward)).toEqual([
            true,
            true,
            true,
            false,
            false,
        ]);
    });
});

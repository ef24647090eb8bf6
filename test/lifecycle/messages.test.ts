import { listText, refusalText, type Text } from '../../lifecycle/messages';
import type { Refusal } from '../../lifecycle/transitions/decide';

const text: Text = (key, ...values) => [key, ...values].join('|');
const move = { from: 'New', to: 'Lost', labelOfColumn: (column: string) => `<${column}>` };

describe('messages', () => {
    it.each<[Refusal, string]>([
        [{ code: 'not-permitted' }, 'refusal.notPermitted|New|Lost'],
        [{ code: 'platform-refuses' }, 'refusal.platform|New|Lost'],
        [{ code: 'unknown-status' }, 'refusal.unknownStatus|Lost'],
        [{ code: 'columns-missing', columns: ['a', 'b'] }, 'refusal.columns|<a>, <b>'],
        [{ code: 'note-missing' }, 'refusal.note'],
        [{ code: 'role-missing', role: 'Boss' }, 'refusal.role|Boss'],
    ])('tell %p', (refusal, expected) => {
        expect(refusalText(refusal, move, text)).toBe(expected);
    });

    it('cut a long list and count the rest', () => {
        expect(listText(['a', 'b', 'c'], text, 2)).toBe('list.item|a\nlist.item|b\nlist.more|1');
        expect(listText(['a', 'b'], text, 2)).toBe('list.item|a\nlist.item|b');
    });
});

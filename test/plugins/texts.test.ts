import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageFragment } from '../../plugins/generate/message-fragment';
import { readPluginTexts } from '../../plugins/texts/plugin-texts';
import english from '../../webresources/opportunity/close/texts.1033.json';
import french from '../../webresources/opportunity/close/texts.1036.json';

const texts = readPluginTexts();
const message = messageFragment(texts);
const places = (text: string): readonly string[] => [...new Set(text.match(/\{\d\}/g))].sort();

describe('the texts of the plug-ins', () => {
    it('have the same places for values in both languages', () => {
        for (const [key, text] of texts) expect([key, places(text[1036])]).toEqual([key, places(text[1033])]);
    });

    it('have the same keys in both files of their own', () => {
        const keysOf = (language: number): readonly string[] => {
            const path = join(__dirname, `../../plugins/texts/Plugins.${language}.resx`);
            return [...readFileSync(path, 'utf8').matchAll(/<data name="([^"]+)"/g)].map(([, key = '']) => key);
        };
        expect(keysOf(1036)).toEqual(keysOf(1033));
    });

    it('are written out in the reader’s language with the values in their places', () => {
        expect(message.parameters(['refusal.notPermitted'])).toEqual(['value0', 'value1']);
        expect(message.body(['refusal.notPermitted']).text).toBe(
            'If(IsFrench(), "Un prospect ne peut pas passer de " & value0 & " à " & value1 & ".", ' +
                '"A lead cannot go from " & value0 & " to " & value1 & ".")',
        );
    });

    it('say of an opportunity that cannot be won what its dialog says', () => {
        expect(texts.get('opportunity.win.blocked')).toEqual({
            1033: english['gate.blocked'],
            1036: french['gate.blocked'],
        });
    });

    it('refuse a key that no file has', () => {
        expect(() => message.body(['no.such.text'])).toThrow('There is no text "no.such.text"');
    });
});

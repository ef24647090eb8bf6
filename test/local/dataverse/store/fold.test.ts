import fc from 'fast-check';
import { fold, likeFold } from '../../../../local/dataverse/store/fold';

describe('fold', () => {
    it('takes away case and accents', () => {
        expect(fold('Zoë ÀÉÎÕÜ Straße')).toBe('zoe aeiou strasse');
        expect(fold('ŁÓDŹ')).toBe('lodz');
    });

    it('keeps letters of other alphabets apart', () => {
        expect(fold('Ивано́в')).toBe('иванов');
        expect(fold('株式会社')).toBe('株式会社');
    });

    it('changes nothing when done twice', () => {
        fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
    });
});

describe('likeFold', () => {
    it.each([
        ['Contoso%', 'contoso ltd', true],
        ['%soft%', 'MICROSOFT', true],
        ['a_c', 'abc', true],
        ['a_c', 'abbc', false],
        ['[a-c]%', 'Bertha', true],
        ['[^a-c]%', 'Bertha', false],
        ['100[%]', '100%', true],
        ['100[%]', '1000', false],
        ['é%', 'Emile', true],
        ['a.b', 'axb', false],
        ['%', '', true],
    ])('%s on %s is %s', (pattern, text, expected) => {
        expect(likeFold(pattern, text)).toBe(expected);
    });

    it('finds any text inside itself when it has no wildcard letters', () => {
        fc.assert(
            fc.property(fc.string(), fc.string(), fc.string(), (before, text, after) => {
                fc.pre(!/[%_[\]^]/.test(text));
                return likeFold(`%${text}%`, `${before}${text}${after}`);
            }),
        );
    });
});

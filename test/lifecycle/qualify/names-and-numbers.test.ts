import fc from 'fast-check';
import { companyKey, searchWord } from '../../../lifecycle/qualify/matches/company-name';
import { companyDomain, emailKey, siteDomain } from '../../../lifecycle/qualify/matches/email';
import { personKey } from '../../../lifecycle/qualify/matches/person-name';
import { phoneEndings, phoneNumber, samePhone } from '../../../lifecycle/qualify/matches/phone';

describe('a company’s name', () => {
    it.each([
        ['Müller & Söhne GmbH & Co. KG', 'MULLER UND SOHNE'],
        ['Atelier Dupont S.A.R.L.', 'SARL Atelier Dupont'],
        ['Société Générale', 'societe generale SA'],
        ['The Coffee House, Inc.', 'Coffee House Incorporated'],
        ['Nowak sp. z o.o.', 'NOWAK SP.ZOO'],
        ['Contoso Ltd', 'Contoso Pte. Ltd.'],
        ["L'Oréal", 'LOreal S.A.'],
        ['Straße AG', 'Strasse'],
        ['Ørsted A/S', 'Orsted'],
    ])('is the same as another: %s, %s', (one, other) => {
        expect(companyKey(one)).toBe(companyKey(other));
    });

    it.each([
        ['Contoso', 'Contoso Marine'],
        ['Northwind Motors', 'Northwind Traders'],
        ['SA', 'SAS'],
        ['AG Nord', 'AG Süd'],
    ])('is not the same as another: %s, %s', (one, other) => {
        expect(companyKey(one)).not.toBe(companyKey(other));
    });

    it('keeps its key whatever case, accents, spaces and legal form it is written with', () => {
        const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{4,8}$/);
        const form = fc.constantFrom(
            'GmbH',
            'S.A.R.L.',
            'Inc.',
            'Ltd',
            'AG',
            'S.p.A.',
            'B.V.',
            ', LLC',
            'GmbH & Co. KG',
        );
        fc.assert(
            fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), form, (words, legalForm) => {
                const plain = words.join(' ');
                expect(companyKey(`  ${words.join('-').toUpperCase()} ${legalForm}`)).toBe(companyKey(plain));
            }),
        );
    });

    it('has a key unless it is blank, even if it is nothing but a legal form or signs', () => {
        fc.assert(
            fc.property(fc.string({ minLength: 1 }), (name) => {
                if (name.trim() === '') expect(companyKey(name)).toBe('');
                else expect(typeof companyKey(name)).toBe('string');
            }),
        );
        expect(companyKey('AG')).toBe('ag');
        expect(companyKey('***')).toBe('***');
        expect(companyKey('  ')).toBe('');
    });

    it('is looked up by its longest word, as it is written', () => {
        expect(searchWord('The Société Générale AG')).toBe('Générale');
        expect(searchWord('Müller & Co')).toBe('Müller');
        expect(searchWord('AB')).toBeNull();
        expect(searchWord('')).toBeNull();
    });
});

describe('a person’s name', () => {
    it('is the same in any order, case and accents', () => {
        expect(personKey('Bauer, Amélie')).toBe(personKey('AMELIE BAUER'));
        expect(personKey('O’Neil')).toBe(personKey("O'Neil"));
        expect(personKey('Amelie Bauer')).not.toBe(personKey('Amelie Brauer'));
        expect(personKey(' ')).toBe('');
    });
});

describe('a phone number', () => {
    const same = (one: string, other: string): boolean | null => {
        const [first, second] = [phoneNumber(one), phoneNumber(other)];
        return first && second ? samePhone(first, second) : null;
    };

    it.each([
        ['+49 (0)89 1234567', '089/1234567'],
        ['0049 89 123 45 67', '+49-89-1234567'],
        ['+1 (425) 555-0100', '425.555.0100'],
        ['1 425 555 0100', '(425) 555-0100'],
        ['01 23 45 67 89', '+33 1 23 45 67 89'],
        ['+33 1 23 45 67 89 poste 12', '0123456789'],
        ['555-0100 x7', '555 0100'],
    ])('is the same as another: %s, %s', (one, other) => {
        expect(same(one, other)).toBe(true);
        expect(same(other, one)).toBe(true);
    });

    it.each([
        ['+49 89 1234567', '+43 89 1234567'],
        ['+1 425 555 0100', '555-0100'],
        ['089 1234567', '089 1234568'],
        ['1 555 0100', '555 0100'],
    ])('is not the same as another: %s, %s', (one, other) => {
        expect(same(one, other)).toBe(false);
        expect(same(other, one)).toBe(false);
    });

    it('is none with fewer than seven digits', () => {
        expect(phoneNumber('12345')).toBeNull();
        expect(phoneNumber('call me')).toBeNull();
        expect(phoneNumber('')).toBeNull();
    });

    it('is itself however it is grouped, and with its country in front', () => {
        const digits = fc.stringMatching(/^[1-9]\d{8,9}$/);
        const gaps = fc.array(fc.constantFrom('', ' ', '-', '.', '/'), { minLength: 10, maxLength: 10 });
        fc.assert(
            fc.property(
                digits,
                gaps,
                fc.constantFrom('', '0', '+49', '0049 ', '+1 ', '+352(0)'),
                (number, between, front) => {
                    const grouped = [...number].map((digit, index) => digit + (between[index] ?? '')).join('');
                    expect(same(front + grouped, number)).toBe(true);
                },
            ),
        );
    });

    it('is found by one of its endings in the usual groups', () => {
        const number = phoneNumber('+49 89 1234567');
        const endings = number ? phoneEndings(number) : [];
        for (const stored of ['089 1234567', '+49 89 123 45 67', '089-12345-67', '(089) 123.45.67', '089 123 4 567']) {
            expect([stored, endings.some((ending) => stored.endsWith(ending))]).toEqual([stored, true]);
        }
    });
});

describe('an e-mail address', () => {
    it('is the same in any case; what is none is nothing', () => {
        expect(emailKey(' Amelie@Northwind.EXAMPLE ')).toBe('amelie@northwind.example');
        for (const none of ['', 'amelie', 'amelie@', 'a b@c.d', '@c.d']) expect(emailKey(none)).toBeNull();
    });

    it('tells the company, unless it is private', () => {
        expect(companyDomain('amelie@northwind.example')).toBe('northwind.example');
        for (const provider of ['gmail.com', 'yahoo.co.uk', 'gmx.at', 'web.de', 'orange.fr', 'hotmail.it']) {
            expect([provider, companyDomain(`a@${provider}`)]).toEqual([provider, null]);
        }
        // Names of providers that are words, elsewhere.
        for (const company of ['sky.example', 'web.example', 'orange.example', 'mail.northwind.example']) {
            expect(companyDomain(`a@${company}`)).toBe(company);
        }
    });

    it('and a web site tell the same domain', () => {
        expect(siteDomain('https://www.Northwind.example/vans?x=1')).toBe('northwind.example');
        expect(siteDomain('northwind.example')).toBe('northwind.example');
        expect(siteDomain('no site')).toBeNull();
        expect(siteDomain('')).toBeNull();
    });
});

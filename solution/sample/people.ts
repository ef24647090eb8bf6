import countriesFile from './countries.json';
import type { Random } from './random';

/** A name, with its Latin spelling for mail addresses where it is written in another alphabet. */
interface Name {
    readonly written: string;
    readonly latin: string;
}

export interface Company {
    readonly name: string;
    readonly domain: string;
    readonly country: Country;
    readonly city: City;
}

interface City {
    readonly city: string;
    readonly postalCode: string;
    readonly state: string;
}

export interface Country {
    readonly country: string;
    /** How often it is picked. */
    readonly share: number;
    /** ISO 4217. */
    readonly currency: string;
    readonly phone: string;
    readonly areas: readonly string[];
    readonly domain: string;
    readonly firstNames: readonly Name[];
    readonly lastNames: readonly Name[];
    readonly companies: readonly Name[];
    readonly suffixes: readonly string[];
    readonly cities: readonly City[];
    readonly streets: readonly string[];
}

export interface Person {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
}

export interface Address {
    readonly address1_line1: string;
    readonly address1_city: string;
    readonly address1_postalcode: string;
    readonly address1_stateorprovince: string;
    readonly address1_country: string;
}

export const countries: readonly Country[] = countriesFile.map((country) => ({
    ...country,
    firstNames: country.firstNames.map(toName),
    lastNames: country.lastNames.map(toName),
    companies: country.companies.map(toName),
    cities: country.cities.map(([city = '', postalCode = '', state = '']) => ({ city, postalCode, state })),
}));

function toName(entry: string | readonly string[]): Name {
    if (typeof entry === 'string') return { written: entry, latin: latin(entry) };
    const [written = '', spelled = ''] = entry;
    return { written, latin: spelled };
}

/** Letters and digits that a mail address may have: accents gone, `ø` and its like spelled out. */
function latin(text: string): string {
    return text
        .toLowerCase()
        .replace(/ß/g, 'ss')
        .replace(/ł/g, 'l')
        .replace(/ø/g, 'o')
        .normalize('NFD')
        .replace(/[^a-z0-9]/g, '');
}

export function aCompany(random: Random, country: Country): Company {
    const stem = random.pick(country.companies);
    const suffix = random.pick(country.suffixes);
    const city = random.pick(country.cities);
    // A group has many companies: the place in the name keeps them apart.
    const written = random.chance(0.4) ? stem.written : `${stem.written} ${city.city}`;
    const before = suffix === '株式会社' || suffix === 'ТОВ';
    return {
        name: before ? `${suffix} ${written}` : `${written} ${suffix}`,
        domain: `${stem.latin}.example.${country.domain}`,
        country,
        city,
    };
}

export function aPerson(random: Random, company: Company): Person {
    const first = random.pick(company.country.firstNames);
    const last = random.pick(company.country.lastNames);
    return {
        firstName: first.written,
        lastName: last.written,
        email: `${first.latin}.${last.latin}@${company.domain}`,
    };
}

export function aPhone(random: Random, country: Country): string {
    return country.phone
        .replace('{a}', random.pick(country.areas))
        .replace(/\{n(\d)\}/g, (_match, count: string) => random.digits(Number(count)))
        .replace(/\{p\}/g, () => random.digits(2));
}

export function anAddress(random: Random, { country, city: { city, postalCode, state } }: Company): Address {
    return {
        address1_line1: random.pick(country.streets).replace('{h}', String(random.integer(1, 180))),
        address1_city: city,
        address1_postalcode: postalCode,
        address1_stateorprovince: state,
        address1_country: country.country,
    };
}

import { Gate } from '../../lifecycle/choices';
import { judge } from '../../lifecycle/criteria/gate';
import { defaultCriteria } from '../../lifecycle/defaults';
import type { WriteRequest } from '../deploy/web-api-client';
import type { Customer } from './customers';
import { isoTime, type Days } from './days';
import type { SampleEnvironment } from './environment';
import { aCompany, anAddress, aPerson, aPhone, countries, type Company, type Person } from './people';
import phrases from './phrases.json';
import type { Random } from './random';

/** What becomes of a lead. */
export type Fate = 'open' | 'qualified' | 'disqualified';

export interface SampleLead {
    readonly id: string;
    readonly fate: Fate;
    readonly ownerId: string;
    readonly topic: string;
    readonly company: Company;
    readonly person: Person;
    readonly phone: string;
    /** Days before today that it came in. */
    readonly age: Days;
    readonly contacted: boolean;
    readonly body: Readonly<Record<string, unknown>>;
}

const QUALIFIED_SHARE = 0.15;
const DISQUALIFIED_SHARE = 0.21;
const KNOWN_COMPANY_SHARE = 0.06;
const OLDEST: Days = 270;
/** What one euro is about, so that a budget in yen looks like one. */
const SCALE: Readonly<Record<string, number>> = { EUR: 1, CHF: 1, GBP: 1, USD: 1, JPY: 160 };

export function leads(
    random: Random,
    count: number,
    existing: readonly Customer[],
    environment: SampleEnvironment,
    today: Date,
): readonly SampleLead[] {
    return Array.from({ length: count }, () => aLead(random, existing, environment, today));
}

function aLead(random: Random, existing: readonly Customer[], environment: SampleEnvironment, today: Date): SampleLead {
    const roll = random.next();
    const fate: Fate =
        roll < QUALIFIED_SHARE ? 'qualified' : roll < QUALIFIED_SHARE + DISQUALIFIED_SHARE ? 'disqualified' : 'open';
    const known = random.chance(KNOWN_COMPANY_SHARE) ? random.pick(existing) : undefined;
    const company = known?.company ?? aCompany(random, random.weighted(countries));
    const person = known && random.chance(0.4) ? known.person : aPerson(random, company);
    const { seller, secondSeller, manager } = environment.owners;
    const ownerRoll = random.next();
    const ownerId = ownerRoll < 0.48 ? seller : ownerRoll < 0.9 ? secondSeller : manager;
    // More of the open ones are young: a queue, not an archive.
    const age = Math.floor(random.next() ** (fate === 'open' ? 2.2 : 1) * (fate === 'open' ? 120 : OLDEST));
    const phone = aPhone(random, company.country);
    const contacted = fate === 'qualified' || random.chance(0.45);
    const topic = random.pick(phrases.topics).replace('{n}', String(random.integer(2, 24)));
    const currencyId = environment.currencies.get(company.country.currency);
    const id = random.guid();
    const facts = buyingFacts(random, fate, company.country.currency);
    return {
        id,
        fate,
        ownerId,
        topic,
        company,
        person,
        phone,
        age,
        contacted,
        body: {
            leadid: id,
            subject: topic,
            firstname: person.firstName,
            lastname: person.lastName,
            companyname: company.name,
            jobtitle: random.pick(phrases.jobTitles),
            emailaddress1: person.email,
            telephone1: phone,
            ...(random.chance(0.5) ? { mobilephone: aPhone(random, company.country).slice(0, 20) } : {}),
            ...(random.chance(0.6) ? { websiteurl: `https://www.${company.domain}` } : {}),
            ...anAddress(random, company),
            description: random.pick(phrases.descriptions),
            leadsourcecode: random.integer(1, 10),
            leadqualitycode: random.weighted([
                { share: 2, value: 1 },
                { share: 5, value: 2 },
                { share: 3, value: 3 },
            ]).value,
            numberofemployees: random.integer(3, 900) * 10,
            overriddencreatedon: isoTime(today, -age - 1, random.integer(6, 20), random.integer(0, 59)),
            ...(currencyId ? { 'transactioncurrencyid@odata.bind': `/transactioncurrencies(${currencyId})` } : {}),
            'ownerid@odata.bind': `/systemusers(${ownerId})`,
            ...facts,
            ...(environment.reasons.length > 0 ? { llc_qualificationprogress: progressOf(facts) } : {}),
            ...(contacted ? { statuscode: 2 } : {}),
        },
    };
}

/** Budget, authority, need, time: all known where the lead is to be qualified, patchy elsewhere. */
function buyingFacts(random: Random, fate: Fate, currency: string): Readonly<Record<string, unknown>> {
    const known = (): boolean => fate === 'qualified' || random.chance(0.45);
    const budget = random.integer(4, 240) * 1000 * (SCALE[currency] ?? 1);
    return {
        ...(known() ? { budgetamount: budget, budgetstatus: random.integer(1, 3) } : {}),
        ...(known() ? { decisionmaker: true } : {}),
        ...(known() ? { need: random.integer(0, 2) } : {}),
        ...(known() ? { purchasetimeframe: random.integer(0, 3) } : {}),
        ...(known() ? { purchaseprocess: random.integer(0, 1) } : {}),
    };
}

function progressOf(facts: Readonly<Record<string, unknown>>): number {
    return judge(Gate.qualify, defaultCriteria(1033), facts).progress;
}

export function leadRequests(list: readonly SampleLead[]): readonly WriteRequest[] {
    return list.map(({ body }) => ({ method: 'POST', path: 'leads', body }));
}

import type { WriteRequest } from '../deploy/web-api-client';
import { isoTime, type Days } from './days';
import type { SampleLead } from './leads';
import phrases from './phrases.json';
import type { Random } from './random';

/** The status reason of a completed activity (Microsoft Learn, table references of the activities). */
const COMPLETED = { phonecall: 2, task: 5, appointment: 3, email: 2 } as const;
type ActivityTable = keyof typeof COMPLETED;

const ENTITY_SETS: Readonly<Record<ActivityTable, string>> = {
    phonecall: 'phonecalls',
    task: 'tasks',
    appointment: 'appointments',
    email: 'emails',
};
/** participationtypemask (Microsoft Learn, "ActivityParty table reference"). */
const SENDER = 1;
const RECIPIENT = 2;
const REQUIRED_ATTENDEE = 5;

/** Past activities of a lead, the next one where there is one, and notes. */
export function activityRequests(random: Random, lead: SampleLead, today: Date): readonly WriteRequest[] {
    const past = lead.contacted ? random.integer(1, 2) : 0;
    const requests: WriteRequest[] = [];
    for (let index = 0; index < past; index += 1) {
        const day = -random.integer(1, Math.max(1, lead.age));
        const table = random.pick<ActivityTable>(['phonecall', 'phonecall', 'email', 'task']);
        const id = random.guid();
        const done = isoTime(today, day, random.integer(8, 17));
        requests.push(anActivity(random, table, id, lead, today, day, { overriddencreatedon: done }), {
            method: 'PATCH',
            path: `${ENTITY_SETS[table]}(${id})`,
            body: { statecode: 1, statuscode: COMPLETED[table], actualend: done },
        });
    }
    if (lead.fate === 'open' && random.chance(0.6)) {
        const table = random.pick<ActivityTable>(['phonecall', 'phonecall', 'task', 'appointment']);
        // A third is overdue, some are due today.
        const day = random.chance(0.33) ? -random.integer(1, 20) : random.integer(0, 18);
        requests.push(anActivity(random, table, random.guid(), lead, today, day));
    }
    if (random.chance(0.12)) {
        requests.push({
            method: 'POST',
            path: 'annotations',
            body: {
                subject: lead.person.lastName,
                notetext: random.pick(phrases.notes),
                'objectid_lead@odata.bind': `/leads(${lead.id})`,
                'ownerid@odata.bind': `/systemusers(${lead.ownerId})`,
            },
        });
    }
    return requests;
}

function anActivity(
    random: Random,
    table: ActivityTable,
    id: string,
    lead: SampleLead,
    today: Date,
    day: Days,
    more: object = {},
): WriteRequest {
    const hour = random.integer(7, 15);
    const minute = random.pick([0, 15, 30, 45]);
    const shared = {
        activityid: id,
        [`regardingobjectid_lead_${table}@odata.bind`]: `/leads(${lead.id})`,
        [`ownerid_${table}@odata.bind`]: `/systemusers(${lead.ownerId})`,
        scheduledend: isoTime(today, day, table === 'appointment' ? hour + 1 : hour, minute),
    };
    const user = { 'partyid_systemuser@odata.bind': `/systemusers(${lead.ownerId})` };
    const person = { 'partyid_lead@odata.bind': `/leads(${lead.id})` };
    const parties = (from: object, mask: number, to: object, toMask: number) => ({
        [`${table}_activity_parties`]: [
            { ...from, participationtypemask: mask },
            { ...to, participationtypemask: toMask },
        ],
    });
    const bodies: Readonly<Record<ActivityTable, object>> = {
        phonecall: {
            subject: random.pick(phrases.calls),
            phonenumber: lead.phone,
            directioncode: true,
            ...parties(user, SENDER, person, RECIPIENT),
        },
        task: { subject: random.pick(phrases.tasks), prioritycode: random.integer(0, 2) },
        appointment: {
            subject: random.pick(phrases.appointments),
            scheduledstart: isoTime(today, day, hour, minute),
            location: lead.company.name.slice(0, 200),
            appointment_activity_parties: [{ ...person, participationtypemask: REQUIRED_ATTENDEE }],
        },
        email: {
            subject: random.pick(phrases.emails),
            description: random.pick(phrases.descriptions),
            directioncode: true,
            ...parties(user, SENDER, person, RECIPIENT),
        },
    };
    return { method: 'POST', path: ENTITY_SETS[table], body: { ...shared, ...bodies[table], ...more } };
}

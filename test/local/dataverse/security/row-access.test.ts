import fc from 'fast-check';
import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { hasRight, readOwnership } from '../../../../local/dataverse/security/check';
import { DEPTH, forgetPrincipals, loadUser } from '../../../../local/dataverse/security/principal';
import { readFilter } from '../../../../local/dataverse/security/read-filter';
import type { AccessRight } from '../../../../local/dataverse/security/access-rights';
import { USERS, aLead, admin, anEnvironment, as, refusal, refusalCode } from '../pipeline/an-environment';

let dataverse: LocalDataverse;
let units: Record<'root' | 'left' | 'leftChild' | 'right', string>;
let people: readonly { readonly id: string; readonly unit: string }[];
let leads: readonly { readonly id: string; readonly owner: string }[];

const ROLE = 'aaaaaaaa-0000-4000-8000-0000000000ff';

/** A tree of business units, two people in each, one lead of each; their only role is the one the test fills. */
beforeAll(() => {
    dataverse = anEnvironment();
    const { organization, environment } = dataverse;
    const root =
        environment.store
            .prepare<{ id: string }>('SELECT businessunitid AS id FROM businessunit WHERE parentbusinessunitid IS NULL')
            .get()?.id ?? '';
    const unit = (name: string, parent: string) =>
        organization.create(
            'businessunit',
            { name, parentbusinessunitid: { table: 'businessunit', id: parent } },
            admin,
        );
    const left = unit('Left', root);
    units = { root, left, leftChild: unit('Left child', left), right: unit('Right', root) };
    organization.create(
        'role',
        { roleid: ROLE, name: 'Test role', businessunitid: { table: 'businessunit', id: root } },
        admin,
    );
    people = Object.values(units).flatMap((each) =>
        [1, 2].map((number) => {
            const id = organization.create(
                'systemuser',
                {
                    firstname: 'Person',
                    lastname: `${number}`,
                    domainname: `p${number}@${each}`,
                    businessunitid: { table: 'businessunit', id: each },
                },
                admin,
            );
            organization.associate(
                'systemuserroles_association',
                { table: 'systemuser', id },
                [{ table: 'role', id: ROLE }],
                admin,
            );
            return { id, unit: each };
        }),
    );
    grant({ Read: 1 });
    leads = people.map(({ id }) => ({
        id: organization.create('lead', aLead({ ownerid: { table: 'systemuser', id } }), admin),
        owner: id,
    }));
});
afterAll(() => dataverse.close());

/** What the test role permits on leads. */
function grant(depths: Partial<Record<AccessRight, number>>): void {
    const { store } = dataverse.environment;
    store.prepare('DELETE FROM roleprivileges WHERE roleid = ?').run(ROLE);
    for (const [right, depth] of Object.entries(depths)) {
        store
            .prepare('INSERT INTO roleprivileges (roleid, privilegename, depth) VALUES (?, ?, ?)')
            .run(ROLE, `prv${right}Lead`, depth);
    }
    forgetPrincipals(dataverse.environment);
}

/** The same question in plain words. */
function naive(person: { id: string; unit: string }, owner: string, depth: number, shared: boolean): boolean {
    const ownerUnit = people.find(({ id }) => id === owner)?.unit ?? '';
    const below =
        person.unit === units.root
            ? Object.values(units)
            : person.unit === units.left
              ? [units.left, units.leftChild]
              : [person.unit];
    return (
        shared ||
        owner === person.id ||
        depth >= DEPTH.Global ||
        (depth >= DEPTH.Deep && below.includes(ownerUnit)) ||
        (depth >= DEPTH.Local && ownerUnit === person.unit)
    );
}

it('a privilege reaches exactly the rows that its depth, ownership and sharing say', () => {
    const { environment, organization } = dataverse;
    const table = environment.metadata.table('lead');
    const index = fc.integer({ min: 0, max: 7 });
    fc.assert(
        fc.property(
            fc.constantFrom(1, 2, 4, 8),
            index,
            index,
            fc.boolean(),
            (depth, personIndex, sharedIndex, shares) => {
                grant({ Read: depth });
                const person = people[personIndex];
                const shared = leads[sharedIndex];
                if (!person || !shared) {
                    throw new Error('index out of range');
                }
                const sharing = shares && shared.owner !== person.id;
                if (sharing) {
                    organization.execute(
                        'GrantAccess',
                        {
                            Target: { table: 'lead', id: shared.id },
                            PrincipalAccess: { Principal: { systemuserid: person.id }, AccessMask: 'ReadAccess' },
                        },
                        admin,
                    );
                }
                const expected = leads
                    .filter(({ id, owner }) => naive(person, owner, depth, sharing && id === shared.id))
                    .map(({ id }) => id);
                const filter = readFilter(environment, table, 'l', as(person.id));
                const found = environment.store
                    .prepare<{ leadid: string }>(`SELECT leadid FROM lead l ${filter ? `WHERE ${filter.sql}` : ''}`)
                    .all(...(filter?.parameters ?? []))
                    .map(({ leadid }) => leadid);
                expect(found.sort()).toEqual([...expected].sort());
                for (const { id } of leads) {
                    const ownership = readOwnership(environment, table, id);
                    expect(
                        ownership && hasRight(environment, loadUser(environment, person.id), table, ownership, 'Read'),
                    ).toBe(expected.includes(id));
                }
                if (sharing) {
                    organization.execute(
                        'RevokeAccess',
                        { Target: { table: 'lead', id: shared.id }, Revokee: { systemuserid: person.id } },
                        admin,
                    );
                }
            },
        ),
        { numRuns: 80 },
    );
});

it('writing, deleting and assigning follow their own depths', () => {
    const { organization } = dataverse;
    const rights = fc.constantFrom(1, 2, 4, 8);
    fc.assert(
        fc.property(
            rights,
            rights,
            fc.integer({ min: 0, max: 7 }),
            fc.integer({ min: 0, max: 7 }),
            (write, assign, personIndex, leadIndex) => {
                grant({ Read: 8, Write: write, Assign: assign });
                const person = people[personIndex];
                const lead = leads[leadIndex];
                if (!person || !lead) {
                    throw new Error('index out of range');
                }
                const outcome = (work: () => void): string => {
                    try {
                        work();
                        return 'done';
                    } catch (error) {
                        return error instanceof Error && 'hexCode' in error ? String(error.hexCode) : 'broken';
                    }
                };
                const expected = (depth: number) => (naive(person, lead.owner, depth, false) ? 'done' : '0x80040220');
                expect(outcome(() => organization.update('lead', lead.id, { description: 'x' }, as(person.id)))).toBe(
                    expected(write),
                );
                const otherOwner = people.find(({ id }) => id !== lead.owner)?.id ?? '';
                const assigned = outcome(() =>
                    organization.update(
                        'lead',
                        lead.id,
                        { ownerid: { table: 'systemuser', id: otherOwner } },
                        as(person.id),
                    ),
                );
                expect(assigned).toBe(expected(assign));
                organization.update('lead', lead.id, { ownerid: { table: 'systemuser', id: lead.owner } }, admin);
            },
        ),
        { numRuns: 80 },
    );
});

describe('who lacks a privilege', () => {
    const somebody = () => as(people[0]?.id ?? '');

    it('reads, creates, changes and deletes nothing, and is told which privilege is missing', () => {
        grant({});
        const [lead] = leads;
        const { organization, environment } = dataverse;
        const messages = [
            () => organization.retrieve('lead', lead?.id ?? '', undefined, somebody()),
            () => organization.create('lead', aLead(), somebody()),
            () => organization.update('lead', lead?.id ?? '', { subject: 'x' }, somebody()),
            () => organization.delete('lead', lead?.id ?? '', somebody()),
            () => readFilter(environment, environment.metadata.table('lead'), 'l', somebody()),
        ].map((work) => refusal(work));
        expect(messages.map(({ hexCode, httpStatus }) => `${hexCode} ${httpStatus}`)).toEqual(
            Array(5).fill('0x80040220 403'),
        );
        expect(
            messages.map(
                ({ message }) =>
                    /Person 1, roleCount=1\) is missing (prv\w+) privilege on OTC=4 for entity 'lead'/.exec(
                        message,
                    )?.[1],
            ),
        ).toEqual(['prvReadLead', 'prvCreateLead', 'prvWriteLead', 'prvDeleteLead', 'prvReadLead']);
    });

    it('still reads the tables that the app stands on', () => {
        grant({});
        const { environment, organization } = dataverse;
        for (const table of [
            'savedquery',
            'systemform',
            'webresource',
            'role',
            'systemuser',
            'transactioncurrency',
            'workflow',
        ]) {
            expect(readFilter(environment, environment.metadata.table(table), 't', somebody())).toBeNull();
        }
        expect(refusal(() => organization.create('savedquery', { name: 'x' }, somebody())).message).toMatch(
            /is missing prvCreateQuery privilege/,
        );
    });

    it('cannot link rows without Append and AppendTo', () => {
        grant({ Read: 8, Create: 8, Write: 8 });
        const accountId = dataverse.organization.create('account', { name: 'A' }, admin);
        const link = { parentaccountid: { table: 'account', id: accountId } };
        expect(refusal(() => dataverse.organization.create('lead', aLead(link), somebody())).message).toMatch(
            /prvAppendToAccount/,
        );
        dataverse.environment.store
            .prepare("INSERT INTO roleprivileges (roleid, privilegename, depth) VALUES (?, 'prvAppendToAccount', 8)")
            .run(ROLE);
        forgetPrincipals(dataverse.environment);
        expect(refusal(() => dataverse.organization.create('lead', aLead(link), somebody())).message).toMatch(
            /prvAppendLead/,
        );
    });

    it('cannot give rows to somebody who could not see them', () => {
        grant({ Create: 8, Read: 8, Assign: 8 });
        dataverse.environment.store
            .prepare('DELETE FROM systemuserroles WHERE systemuserid = ?')
            .run(people[1]?.id ?? '');
        forgetPrincipals(dataverse.environment);
        const give = () =>
            dataverse.organization.create(
                'lead',
                aLead({ ownerid: { table: 'systemuser', id: people[1]?.id ?? '' } }),
                somebody(),
            );
        expect(refusalCode(give)).toBe('0x80040231');
        dataverse.organization.associate(
            'systemuserroles_association',
            { table: 'systemuser', id: people[1]?.id ?? '' },
            [{ table: 'role', id: ROLE }],
            admin,
        );
        expect(give()).toBeTruthy();
    });

    it('cannot hand out roles', () => {
        grant({ Read: 8 });
        const hand = () =>
            dataverse.organization.associate(
                'systemuserroles_association',
                { table: 'systemuser', id: somebody().userId },
                [{ table: 'role', id: '627090ff-40a3-4053-8790-584edc5be201' }],
                somebody(),
            );
        expect(refusal(hand).message).toMatch(/is missing prvAssignRole privilege/);
    });
});

describe('sharing', () => {
    const [owner, friend] = [USERS.seller, USERS.otherSeller];
    const ask = (id: string, userId: string) =>
        dataverse.organization.execute(
            'RetrievePrincipalAccess',
            { entity: { table: 'systemuser', id: userId }, Target: { table: 'lead', id } },
            admin,
        ).AccessRights;
    const give = (message: 'GrantAccess' | 'ModifyAccess', id: string, mask: string, context = as(owner)) =>
        dataverse.organization.execute(
            message,
            {
                Target: { table: 'lead', row: { leadid: id } },
                PrincipalAccess: {
                    Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: friend },
                    AccessMask: mask,
                },
            },
            context,
        );

    it('lends rights on one row, adds to them, replaces them and takes them back', () => {
        const id = dataverse.organization.create('lead', aLead(), as(owner));
        expect(ask(id, owner)).toBe(
            'ReadAccess, WriteAccess, AppendAccess, AppendToAccess, CreateAccess, DeleteAccess, ShareAccess, AssignAccess',
        );
        expect(ask(id, friend)).toBe('ReadAccess, AppendAccess, AppendToAccess');
        expect(refusalCode(() => dataverse.organization.update('lead', id, { subject: 'x' }, as(friend)))).toBe(
            '0x80040220',
        );
        give('GrantAccess', id, 'WriteAccess');
        give('GrantAccess', id, 'ShareAccess');
        expect(ask(id, friend)).toBe('ReadAccess, WriteAccess, AppendAccess, AppendToAccess, ShareAccess');
        dataverse.organization.update('lead', id, { subject: 'x' }, as(friend));
        give('ModifyAccess', id, 'ReadAccess');
        expect(refusalCode(() => dataverse.organization.update('lead', id, { subject: 'y' }, as(friend)))).toBe(
            '0x80040220',
        );
        dataverse.organization.execute(
            'RevokeAccess',
            { Target: { table: 'lead', id }, Revokee: { table: 'systemuser', id: friend } },
            as(owner),
        );
        expect(
            dataverse.environment.store.prepare('SELECT 1 FROM principalobjectaccess WHERE objectid = ?').get(id),
        ).toBeUndefined();
    });

    it('hands rights down to what belongs to the row', () => {
        const id = dataverse.organization.create('lead', aLead(), as(owner));
        const task = dataverse.organization.create(
            'task',
            { subject: 'x', regardingobjectid: { table: 'lead', id } },
            as(owner),
        );
        give('GrantAccess', id, 'WriteAccess');
        dataverse.organization.update('task', task, { subject: 'y' }, as(friend));
    });

    it('is refused to those who may not share, and for the owner', () => {
        const id = dataverse.organization.create('lead', aLead(), as(owner));
        expect(refusalCode(() => give('GrantAccess', id, 'ReadAccess', as(friend)))).toBe('0x80040220');
        expect(refusalCode(() => give('GrantAccess', id, 'FlyAccess'))).toBe('0x8004020d');
        const own = dataverse.organization.create(
            'lead',
            aLead({ ownerid: { table: 'systemuser', id: friend } }),
            admin,
        );
        expect(refusalCode(() => give('GrantAccess', own, 'ReadAccess', admin))).toBe('0x80040214');
    });
});

it('a disabled user can do nothing', () => {
    const id = people[5]?.id ?? '';
    dataverse.organization.update('systemuser', id, { isdisabled: true }, admin);
    const error = refusal(() => dataverse.organization.create('lead', aLead(), as(id)));
    expect([error.hexCode, error.httpStatus]).toEqual(['0x80040225', 403]);
});

it('a team’s role reaches its members', () => {
    grant({ Read: 1 });
    const { organization, environment } = dataverse;
    const person = people[6]?.id ?? '';
    const team = organization.create(
        'team',
        { name: 'Big deals', businessunitid: { table: 'businessunit', id: units.right } },
        admin,
    );
    const role = organization.create(
        'role',
        { name: 'Team role', businessunitid: { table: 'businessunit', id: units.root } },
        admin,
    );
    environment.store
        .prepare("INSERT INTO roleprivileges (roleid, privilegename, depth) VALUES (?, 'prvReadLead', 8)")
        .run(role);
    organization.associate('teamroles_association', { table: 'team', id: team }, [{ table: 'role', id: role }], admin);
    const table = environment.metadata.table('lead');
    expect(readFilter(environment, table, 'l', as(person))).not.toBeNull();
    organization.associate(
        'teammembership_association',
        { table: 'team', id: team },
        [{ table: 'systemuser', id: person }],
        admin,
    );
    expect(readFilter(environment, table, 'l', as(person))).toBeNull();
    organization.disassociate(
        'teammembership_association',
        { table: 'team', id: team },
        [{ table: 'systemuser', id: person }],
        admin,
    );
    expect(readFilter(environment, table, 'l', as(person))).not.toBeNull();
});

it('everybody changes their own settings and nobody else’s', () => {
    const change = (id: string) =>
        dataverse.organization.update('usersettings', id, { uilanguageid: 1036 }, as(USERS.seller));
    change(USERS.seller);
    expect(refusalCode(() => change(USERS.otherSeller))).toBe('0x80040220');
});

import { EntitySet, Table, TransitionColumn } from '../../../lifecycle/columns';
import { guardSwitchQuery, readGuardIsOff } from '../../../lifecycle/configuration/guard-switch';
import { forgetRules } from '../../../lifecycle/configuration/page-session';
import { isRow, numberOf, plainId, textOf, type Row } from '../../../lifecycle/row';
import { readStoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { createBatchWebApi, sendBy } from '../../../lifecycle/web-api/batch-web-api';
import { problemOf } from '../../../lifecycle/web-api/read-batch';
import { bodiesOf, Refused, type Write } from '../../../lifecycle/web-api/web-api';
import type { TransitionWrite } from '../../../lifecycle/transitions/write-changes';
import type { Context } from '../manifest';
import { RowChangedError, type MakerEnvironment, type StoredTransitions } from './maker-environment';
import { pageXrm } from '../../host/page-xrm';
import { definitionPaths, readColumns, readStatusModel } from './read-metadata';
import { insertStatusValueRequest, publishLeadRequest } from './status-reason-requests';

const MODIFIED_BY = '_modifiedby_value';
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

/** Without it nobody can make a new status reason known to the apps. */
const PUBLISH = 'prvpublishcustomization';

const LEADS_BY_STATUS =
    '<fetch aggregate="true"><entity name="lead">' +
    '<attribute name="leadid" alias="leads" aggregate="count"/>' +
    '<attribute name="statuscode" alias="reason" groupby="true"/>' +
    '</entity></fetch>';

/** Of a row that is not of the version that was asked for, and of one that is gone. */
const CHANGED_STATUSES: readonly number[] = [412, 404];

/**
 * Answers the map with the component framework and, for what that lacks, with the Web API at its address.
 * @param currentContext the framework hands a new context to each `updateView`
 */
export function createEnvironment(currentContext: () => Context): MakerEnvironment {
    const send = sendBy(
        (...request) => fetch(...request),
        () => pageXrm().Utility.getGlobalContext().getClientUrl(),
    );
    const webApi = createBatchWebApi(send, () => crypto.randomUUID());
    const read = async (...addresses: readonly string[]): Promise<readonly Row[]> =>
        bodiesOf(await webApi.read(addresses)).map((body) => (isRow(body) ? body : {}));
    const rows = async (table: string, options: string): Promise<readonly Row[]> =>
        (await currentContext().webAPI.retrieveMultipleRecords(table, options)).entities;
    return {
        readTransitions: async () => {
            const columns = [...Object.values(TransitionColumn), MODIFIED_BY].join(',');
            return storedTransitions(await rows(Table.statusTransition, `?$select=${columns}`));
        },
        readStatusModel: async () => {
            const [status = {}, state = {}] = await read(definitionPaths.status, definitionPaths.state);
            return readStatusModel(status, state);
        },
        readColumns: async () => {
            const [columns = {}] = await read(definitionPaths.columns);
            return readColumns(columns);
        },
        readRoles: async () => {
            // A role has a copy in every business unit; the one without a parent stands for all of them.
            const roles = await rows('role', '?$select=name&$filter=_parentroleid_value eq null');
            return [...new Set(roles.map((role) => textOf(role, 'name')))].sort((a, b) => a.localeCompare(b));
        },
        countLeads: async () => {
            const counts = await rows(Table.lead, `?fetchXml=${encodeURIComponent(LEADS_BY_STATUS)}`);
            return new Map(counts.map((row) => [numberOf(row, 'reason') ?? 0, numberOf(row, 'leads') ?? 0]));
        },
        isGuardOff: async () => readGuardIsOff(await rows(Table.environmentVariable, guardSwitchQuery)),
        mayAddStatusReasons: async () => {
            const { userId } = currentContext().userSettings;
            const [answer = {}] = await read(
                `${EntitySet.systemUser}(${plainId(userId)})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`,
            );
            const privileges: unknown = answer['RolePrivileges'];
            return (
                Array.isArray(privileges) &&
                privileges.some((privilege: Row) => textOf(privilege, 'PrivilegeName').toLowerCase() === PUBLISH)
            );
        },
        save: async (writes, versions) => {
            const [answer] = await webApi.write([writes.map((write) => writeOf(write, versions))]);
            if (!answer || answer.ok) return;
            const { message, status } = answer.problem;
            if (CHANGED_STATUSES.includes(status)) throw new RowChangedError(message);
            throw new Refused(answer.problem);
        },
        forgetRules: () => forgetRules(globalThis),
        addStatusReason: async (reason) => {
            const { online } = pageXrm().WebApi;
            const answer = await answerOf(await online.execute(insertStatusValueRequest(reason)));
            await answerOf(await online.execute(publishLeadRequest()));
            return numberOf(answer, 'NewOptionValue') ?? 0;
        },
        report: (error) => console.error(error),
    };
}

/** `execute` resolves with whatever the server answered; a refusal carries Dataverse's error as JSON. */
async function answerOf(response: Xrm.ExecuteResponse): Promise<Row> {
    const body = response.status === 204 ? {} : ((await response.json()) as Row);
    if (response.ok === false) throw new Refused(problemOf({ status: response.status, body }));
    return body;
}

function storedTransitions(rows: readonly Row[]): StoredTransitions {
    const read = rows.flatMap((row) => {
        const transition = readStoredTransition(row);
        return transition === null ? [] : [{ row, transition }];
    });
    const byId = (column: string): ReadonlyMap<string, string> =>
        new Map(read.map(({ row, transition }) => [transition.id, String(row[column] ?? '')]));
    return {
        transitions: read.map(({ transition }) => transition),
        versions: byId('@odata.etag'),
        changedBy: byId(MODIFIED_BY + FORMATTED),
    };
}

function writeOf(write: TransitionWrite, versions: ReadonlyMap<string, string>): Write {
    const entitySet = EntitySet.statusTransition;
    switch (write.kind) {
        case 'create':
            return { kind: 'create', entitySet, columns: write.columns };
        case 'update':
            // A row of the same change set has no version yet; it only has to exist.
            return { ...write, entitySet, ifMatch: versions.get(write.id) ?? '*' };
        case 'delete':
            return { ...write, entitySet, ifMatch: versions.get(write.id) ?? '*' };
    }
}

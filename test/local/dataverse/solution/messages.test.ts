import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { createLocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { metadataVersion } from '../../../../local/dataverse/solution/metadata-version';

import { aFullSolution } from './a-full-solution';
import { aSolution, aTable, entities, PLANT_ROOT } from './a-solution';
import { ADMINISTRATOR, as, count, everything, IMPORT_JOB, MAKER, refusal, row, SELLER } from './an-environment';

const BROKEN = aSolution({ sections: entities(aTable()) });

describe('The messages about solutions', () => {
    let local: LocalDataverse;

    beforeEach(() => {
        local = createLocalDataverse();
    });
    afterEach(() => local.close());

    it('ImportSolution imports a file given as bytes or in base64', () => {
        const { organization, environment } = local;
        const zip = aSolution(aFullSolution());
        organization.execute(
            'ImportSolution',
            { CustomizationFile: Buffer.from(zip).toString('base64'), ImportJobId: `{${IMPORT_JOB.toUpperCase()}}` },
            as(ADMINISTRATOR),
        );
        expect(organization.metadata.table('gdn_plant').schemaName).toBe('gdn_Plant');
        expect(row(environment, 'importjob', 'importjobid', IMPORT_JOB)['progress']).toBe(100);
        organization.execute('ImportSolution', { CustomizationFile: zip }, as(ADMINISTRATOR));
    });

    it('makes rows of the new table possible at once, for those with the privilege', () => {
        const { organization } = local;
        organization.execute('ImportSolution', { CustomizationFile: aSolution(aFullSolution()) }, as(ADMINISTRATOR));
        const id = organization.create('gdn_plant', { gdn_name: 'Rose' }, as(ADMINISTRATOR));
        expect(organization.retrieve('gdn_plant', id, undefined, as(MAKER))).toMatchObject({
            gdn_name: 'Rose',
            gdn_ishardy: true,
            gdn_colour: 123450001,
            statecode: 0,
            statuscode: 1,
        });
        expect(refusal(() => organization.create('gdn_plant', { gdn_name: 'Lily' }, as(SELLER)))).toMatch(
            /^0x80040220/,
        );
    });

    it('ImportSolution that fails throws the reason and changes nothing', () => {
        const { organization, environment } = local;
        refusal(() =>
            organization.execute('ImportSolution', { CustomizationFile: new Uint8Array() }, as(ADMINISTRATOR)),
        );
        const before = everything(environment);
        const { metadata } = environment;
        expect(
            refusal(() => organization.execute('ImportSolution', { CustomizationFile: BROKEN }, as(ADMINISTRATOR))),
        ).toMatch(/^0x8004803a/);
        expect(everything(environment)).toBe(before);
        expect(environment.metadata).toBe(metadata);
    });

    it('ImportSolutionAsync answers the job and its operation, which is completed', () => {
        const { organization, environment } = local;
        const answer = organization.execute(
            'ImportSolutionAsync',
            { CustomizationFile: aSolution(aFullSolution()) },
            as(ADMINISTRATOR),
        );
        expect(
            row(environment, 'asyncoperation', 'asyncoperationid', String(answer['AsyncOperationId'])),
        ).toMatchObject({
            statecode: 3,
            statuscode: 30,
            name: 'Import Solution',
            message: null,
        });
        expect(row(environment, 'importjob', 'importjobid', String(answer['ImportJobKey']))['progress']).toBe(100);
    });

    it('ImportSolutionAsync that fails shows the reason in job and operation', () => {
        const { organization, environment } = local;
        const answer = organization.execute('ImportSolutionAsync', { CustomizationFile: BROKEN }, as(ADMINISTRATOR));
        const operation = row(environment, 'asyncoperation', 'asyncoperationid', String(answer['AsyncOperationId']));
        expect(operation).toMatchObject({ statecode: 3, statuscode: 31, errorcode: -2147188678 });
        expect(operation['message']).toMatch(/component gdn_plant of type 1/);
        const job = row(environment, 'importjob', 'importjobid', String(answer['ImportJobKey']));
        expect(job['data']).toMatch(/result="failure" errorcode="0x8004803a" errortext="The import has failed/);
        expect(environment.metadata.findTable('gdn_plant')).toBeUndefined();
    });

    it.each(['ImportSolution', 'ImportSolutionAsync'])('%s refuses a seller and a holding solution', (message) => {
        const { organization } = local;
        const zip = aSolution();
        expect(refusal(() => organization.execute(message, { CustomizationFile: zip }, as(SELLER)))).toMatch(
            /^0x80040220/,
        );
        expect(
            refusal(() =>
                organization.execute(message, { CustomizationFile: zip, HoldingSolution: true }, as(ADMINISTRATOR)),
            ),
        ).toMatch(/^0x80040800 HoldingSolution is not supported here/);
    });

    it('publishing tells clients that the metadata is new, and is not for sellers', () => {
        const { organization, environment } = local;
        const before = metadataVersion(environment.store);
        organization.execute('PublishAllXml', {}, as(MAKER));
        organization.execute('PublishXml', { ParameterXml: '<importexportxml />' }, as(MAKER));
        expect(metadataVersion(environment.store)).toBe(before + 2);
        expect(refusal(() => organization.execute('PublishAllXml', {}, as(SELLER)))).toMatch(/^0x80040220/);
    });

    it('deleting the row of a solution removes the solution', () => {
        const { organization, environment } = local;
        const zip = aSolution({ roots: PLANT_ROOT, sections: entities(aTable()) });
        organization.execute('ImportSolution', { CustomizationFile: zip }, as(ADMINISTRATOR));
        organization.create('gdn_plant', { gdn_name: 'Rose' }, as(ADMINISTRATOR));
        const id = String(row(environment, 'solution', 'uniquename', 'Garden')['solutionid']);
        expect(refusal(() => organization.delete('solution', id, as(SELLER)))).toMatch(/^0x80040220/);
        organization.delete('solution', id, as(ADMINISTRATOR));
        expect(organization.metadata.findTable('gdn_plant')).toBeUndefined();
        expect(count(environment, 'solution', "uniquename = 'Garden'")).toBe(0);
    });

    it.each(['ExportSolution', 'StageSolution', 'CloneAsPatch'])('%s says that it is not supported here', (message) => {
        expect(refusal(() => local.organization.execute(message, {}, as(ADMINISTRATOR)))).toBe(
            `0x80040800 ${message} is not supported here (local Dataverse).`,
        );
    });
});

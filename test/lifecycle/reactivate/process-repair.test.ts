import fc from 'fast-check';
import {
    leadProcesses,
    processInstances,
    repairWrites,
    type ProcessInstance,
} from '../../../lifecycle/reactivate/process-repair';

const stages = [
    { id: 'meet', processId: 'p1', category: 0 },
    { id: 'qualify', processId: 'p1', category: 1 },
    { id: 'other', processId: 'p2', category: 0 },
];
const BEYOND = ['develop', 'propose'];

function anInstance(rest: Partial<ProcessInstance> = {}): ProcessInstance {
    return {
        id: 'i1',
        entitySet: 'visits',
        processId: 'p1',
        activeStage: 'develop',
        traversedPath: ['meet', 'qualify', 'develop'],
        status: 1,
        ...rest,
    };
}

describe('repairing the process of a lead', () => {
    it('goes back to the last stage of lead on the way that it took', () => {
        expect(repairWrites([anInstance()], { stages }, false)).toEqual([
            {
                kind: 'update',
                entitySet: 'visits',
                id: 'i1',
                columns: { 'activestageid@odata.bind': '/processstages(qualify)', traversedpath: 'meet,qualify' },
            },
        ]);
    });

    it('starts at the first stage where the way is not known', () => {
        expect(repairWrites([anInstance({ traversedPath: [] })], { stages }, false)[0]).toMatchObject({
            columns: { traversedpath: 'meet' },
        });
    });

    it('lets a finished one run again before it moves', () => {
        expect(
            repairWrites([anInstance({ status: 2 })], { stages }, false).map(
                (write) => 'columns' in write && Object.keys(write.columns),
            ),
        ).toEqual([
            ['statecode', 'statuscode'],
            ['activestageid@odata.bind', 'traversedpath'],
        ]);
        expect(repairWrites([anInstance()], { stages }, true)).toHaveLength(2);
    });

    it('leaves alone what stands at a stage of lead, what was given up, and what a lead has finished', () => {
        const atLead = { activeStage: 'qualify', traversedPath: ['meet', 'qualify'] };
        expect(repairWrites([anInstance(atLead)], { stages }, false)).toEqual([]);
        expect(repairWrites([anInstance({ status: 3 })], { stages }, false)).toEqual([]);
        expect(repairWrites([anInstance({ ...atLead, status: 2 })], { stages }, false)).toEqual([]);
        expect(repairWrites([], { stages }, true)).toEqual([]);
    });

    it('ends at a stage of lead that the path ends with, wherever it stood', () => {
        const path = fc
            .tuple(fc.subarray(['meet', 'qualify'], { minLength: 1 }), fc.subarray(BEYOND))
            .map(([before, beyond]) => [...before, ...beyond]);
        fc.assert(
            fc.property(path, fc.constantFrom(1, 2), fc.boolean(), (traversedPath, status, finishes) => {
                const activeStage = traversedPath[traversedPath.length - 1] ?? '';
                const writes = repairWrites([anInstance({ traversedPath, activeStage, status })], { stages }, finishes);
                const columns = Object.assign(
                    { traversedpath: traversedPath.join(',') },
                    ...writes.map((write) => ('columns' in write ? write.columns : {})),
                ) as { traversedpath: string; statuscode?: number };
                const stuck = BEYOND.includes(activeStage);
                if (status === 2 && !stuck) return expect(writes).toEqual([]);
                expect(['meet', 'qualify']).toContain(columns.traversedpath.split(',').pop());
                if (status === 2 || finishes) expect(columns.statuscode).toBe(1);
                return undefined;
            }),
        );
    });

    it('finds the table of each process, and reads the function’s own names of columns', () => {
        const processes = leadProcesses(
            [{ processstageid: '{MEET}', _processid_value: 'P1', stagecategory: 0 }],
            [
                { workflowid: 'p1', uniquename: 'New_Visit' },
                { workflowid: 'p3', uniquename: 'leadtoopportunitysalesprocess' },
                { workflowid: 'p4', uniquename: 'gone' },
            ],
            [{ LogicalName: 'new_visit', EntitySetName: 'new_visits' }],
        );
        expect([...processes.entitySets]).toEqual([
            ['p1', 'new_visits'],
            ['p3', 'leadtoopportunitysalesprocesses'],
        ]);
        const rows = [
            {
                businessprocessflowinstanceid: 'i1',
                processid: 'p1',
                processstageid: 'develop',
                traversedpath: 'meet,develop',
                statuscode: 1,
            },
            { businessprocessflowinstanceid: 'i2', processid: 'p4', traversedpath: '', statuscode: 1 },
        ];
        expect(processInstances(rows, processes)).toEqual([
            anInstance({ entitySet: 'new_visits', traversedPath: ['meet', 'develop'] }),
        ]);
    });
});

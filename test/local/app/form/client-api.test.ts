/** @jest-environment jsdom */
import { WebApiError } from '../../../../local/app/platform/types';
import { SaveMode } from '../../../../local/app/form/model/save-mode';
import { INSTANCE_ID, LEAD_ID, STAGES, aServer, anInstance, newLead, openLead } from './fakes';

type Lookup = Xrm.Attributes.LookupAttribute;
type Choice = Xrm.Controls.OptionSetControl;

describe('attributes', () => {
    it('carry typed values of the stored row and are not dirty', async () => {
        const { formContext } = await openLead(aServer());
        const value = (name: string): unknown => formContext.getAttribute(name)?.getValue();
        expect(value('subject')).toBe('New fleet');
        expect(value('numberofemployees')).toBe(12);
        expect(value('decisionmaker')).toBe(true);
        expect(value('interests')).toEqual([0, 2]);
        expect(value('estimatedclosedate')).toEqual(new Date(2026, 11, 24));
        expect(value('lastcontact')).toEqual(new Date('2026-11-20T09:30:00Z'));
        expect(value('parentaccountid')).toEqual([
            { id: '{CCCCCCCC-0000-4000-8000-000000000001}', name: 'Contoso', entityType: 'account' },
        ]);
        expect(formContext.data.getIsDirty()).toBe(false);
        expect(formContext.getAttribute('nothing')).toBeNull();
    });

    it('become dirty by a script without OnChange, and clean again by the stored value', async () => {
        const { formContext } = await openLead(aServer());
        const changed = jest.fn();
        const subject = formContext.getAttribute('subject');
        subject?.addOnChange(changed);
        subject?.setValue('Another');
        expect(subject?.getIsDirty()).toBe(true);
        expect(changed).not.toHaveBeenCalled();
        subject?.setValue('New fleet');
        expect(formContext.data.entity.getIsDirty()).toBe(false);
    });

    it('tell OnChange handlers what a user changed, with the attribute as event source', async () => {
        const { form, formContext } = await openLead(aServer());
        const sources: unknown[] = [];
        formContext.getAttribute('subject')?.addOnChange((context) => sources.push(context.getEventSource()));
        const subject = form.attribute('subject');
        subject?.change('Typed');
        subject?.change('Typed');
        expect(sources).toEqual([formContext.getAttribute('subject')]);
        expect(sources[0]).toBe(formContext.getAttribute('subject'));
    });

    it('refuse values of another type and name the column', async () => {
        const { formContext } = await openLead(aServer());
        expect(() => formContext.getAttribute('numberofemployees')?.setValue('many')).toThrow(
            /numberofemployees.*whole number/,
        );
        expect(() => formContext.getAttribute<Lookup>('parentaccountid')?.setValue([{ id: 'x' }] as never)).toThrow(
            /parentaccountid/,
        );
    });

    it('know their controls; a column shown twice has two, the header and process ones with prefixed names', async () => {
        const { formContext } = await openLead(aServer());
        expect(
            formContext
                .getAttribute('subject')
                ?.controls.get()
                .map((control) => control.getName()),
        ).toEqual(['subject', 'subject1']);
        expect(formContext.getControl('header_ownerid')).not.toBeNull();
        expect(formContext.getControl('header_process_purchasetimeframe')?.getLabel()).toBe('Purchase timeframe');
        expect(formContext.getControl((control) => control.getName().startsWith('header_process'))).toHaveLength(2);
    });
});

describe('choices', () => {
    it('offer only what a script left, and all options stay known to the attribute', async () => {
        const { formContext } = await openLead(aServer());
        const control = formContext.getControl<Choice>('statuscode');
        control?.clearOptions();
        control?.addOption({ text: 'Contacted', value: 2 });
        control?.addOption({ text: 'New', value: 1 }, 0);
        expect(control?.getOptions()).toEqual([
            { text: 'New', value: 1 },
            { text: 'Contacted', value: 2 },
        ]);
        control?.removeOption(2);
        expect(control?.getOptions()).toEqual([{ text: 'New', value: 1 }]);
        expect(formContext.getAttribute<Xrm.Attributes.OptionSetAttribute>('statuscode')?.getOptions()).toHaveLength(4);
    });
});

describe('a save', () => {
    it('sends only the changed columns, with the version that was read', async () => {
        const server = aServer();
        const { formContext } = await openLead(server);
        formContext.getAttribute('description')?.setValue('Wants ten cars');
        formContext.getAttribute('parentaccountid')?.setValue(null);
        formContext.getAttribute('estimatedclosedate')?.setValue(new Date(2027, 0, 5));
        await formContext.data.save();
        expect(server.requests).toEqual([
            {
                method: 'PATCH',
                path: `leads(${LEAD_ID})`,
                body: {
                    description: 'Wants ten cars',
                    'parentaccountid@odata.bind': null,
                    estimatedclosedate: '2027-01-05',
                },
                headers: { 'If-Match': 'W/"100"', 'MSCRM.SuppressDuplicateDetection': 'false' },
            },
        ]);
    });

    it('asks OnSave handlers even when nothing changed, and then sends nothing', async () => {
        const server = aServer();
        const { formContext } = await openLead(server);
        const modes: number[] = [];
        formContext.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) =>
            modes.push(context.getEventArgs().getSaveMode()),
        );
        await formContext.data.save();
        await formContext.data.save({ saveMode: 16 });
        expect(modes).toEqual([1, 16]);
        expect(server.requests).toEqual([]);
    });

    it.each(Object.entries(SaveMode))('tells handlers the mode of %s', async (_name, mode) => {
        const { form, formContext } = await openLead(aServer());
        const modes: number[] = [];
        formContext.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) =>
            modes.push(context.getEventArgs().getSaveMode()),
        );
        await form.save(mode);
        expect(modes).toEqual([mode]);
    });

    it('does not happen when a handler prevents it', async () => {
        const server = aServer();
        const { form, formContext } = await openLead(server);
        formContext.getAttribute('description')?.setValue('x');
        formContext.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) =>
            context.getEventArgs().preventDefault(),
        );
        await expect(form.save(SaveMode.Save)).rejects.toMatchObject({ errorCode: 2200000005 });
        expect(server.requests).toEqual([]);
        expect(server.errors).toEqual([]);
        expect(formContext.data.getIsDirty()).toBe(true);
    });

    it('waits for handlers that answer a promise; they may still prevent it', async () => {
        const server = aServer();
        const { form, formContext } = await openLead(server);
        formContext.getAttribute('description')?.setValue('x');
        formContext.data.entity.addOnSave(async (context: Xrm.Events.SaveEventContext) => {
            await Promise.resolve();
            context.getEventArgs().preventDefault();
        });
        await expect(form.save(SaveMode.Save)).rejects.toMatchObject({ errorCode: 2200000005 });
        expect(server.requests).toEqual([]);
    });

    it('goes on after a handler threw, unless preventDefaultOnError was asked for', async () => {
        const server = aServer();
        const { form, formContext } = await openLead(server);
        const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        formContext.getAttribute('description')?.setValue('x');
        const fails = (): void => {
            throw new Error('broken');
        };
        formContext.data.entity.addOnSave(fails);
        await form.save(SaveMode.Save);
        expect(server.requests).toHaveLength(1);
        expect(server.errors).toHaveLength(1);
        formContext.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) =>
            context.getEventArgs().preventDefaultOnError(),
        );
        await expect(form.save(SaveMode.Save)).rejects.toThrow('broken');
        errors.mockRestore();
    });

    it('takes along what handlers set', async () => {
        const server = aServer();
        const { form, formContext } = await openLead(server);
        formContext.data.entity.addOnSave(() => formContext.getAttribute('description')?.setValue('by handler'));
        await form.save(SaveMode.Save);
        expect(server.requests[0]?.body).toEqual({ description: 'by handler' });
    });

    it('is refused while a required column is empty, a text too long or a control has an error', async () => {
        const server = aServer();
        const { form, formContext } = await openLead(server);
        formContext.getAttribute('subject')?.setValue(null);
        await expect(form.save(SaveMode.Save)).rejects.toThrow('Topic: Required fields must be filled in.');
        formContext.getAttribute('subject')?.setValue('far longer than twenty characters');
        await expect(form.save(SaveMode.Save)).rejects.toThrow('Topic: Enter 20 characters or fewer.');
        formContext.getAttribute('subject')?.setValue('short');
        formContext.getControl<Xrm.Controls.StandardControl>('description')?.setNotification('Say more', 'mine');
        await expect(form.save(SaveMode.Save)).rejects.toThrow('Say more');
        formContext.getControl<Xrm.Controls.StandardControl>('description')?.clearNotification('mine');
        await form.save(SaveMode.Save);
        expect(server.requests).toHaveLength(1);
    });

    it('does not ask for a required column that nobody can see', async () => {
        const { form, formContext } = await openLead(aServer());
        formContext.getAttribute('subject')?.setValue(null);
        formContext.ui.tabs.get('SUMMARY')?.sections.get('PERSON')?.setVisible(false);
        await expect(form.save(SaveMode.Save)).resolves.toBeUndefined();
    });

    it('tells OnPostSave handlers how it went', async () => {
        const server = aServer();
        const { form, formContext } = await openLead(server);
        const outcomes: boolean[] = [];
        formContext.data.entity.addOnPostSave((context) => outcomes.push(context.getEventArgs().getIsSaveSuccess()));
        await form.save(SaveMode.Save);
        server.answer = () => new WebApiError(0x80040265, 'Not permitted.', 400);
        formContext.getAttribute('description')?.setValue('x');
        await expect(form.save(SaveMode.Save)).rejects.toThrow('Not permitted.');
        expect(outcomes).toEqual([true, false]);
        expect(server.errors).toEqual(['Not permitted.']);
    });

    it('keeps both changes when another user changed other columns, and refuses when it was the same', async () => {
        const server = aServer();
        const { form, formContext } = await openLead(server);
        const conflict = new WebApiError(0x80060882, 'version', 412);
        server.answer = ({ headers }) =>
            headers?.['If-Match'] === '*' ? { status: 204, headers: {}, body: undefined } : conflict;
        server.row = { ...server.row, subject: 'Changed by other' };
        formContext.getAttribute('description')?.setValue('mine');
        await form.save(SaveMode.Save);
        expect(server.requests.map(({ headers }) => headers?.['If-Match'])).toEqual(['W/"100"', '*']);
        server.row = { ...server.row, description: 'theirs' };
        formContext.getAttribute('description')?.setValue('mine again');
        await expect(form.save(SaveMode.Save)).rejects.toThrow(/Someone else has changed.*Description/);
    });

    it('closes the form after Save & Close and opens a new one after Save & New', async () => {
        const { form, closed } = await openLead(aServer());
        await form.save(SaveMode.SaveAndClose);
        await form.save(SaveMode.SaveAndNew);
        expect(closed).toEqual(['close', 'new']);
    });
});

describe('a new row', () => {
    it('is created with its own id in one changeset with the process instance', async () => {
        const server = aServer();
        const { form, formContext, closed } = await newLead(server, {
            subject: 'From a card',
            parentaccountid: 'cccccccc-0000-4000-8000-000000000001',
            parentaccountidname: 'Contoso',
            parentaccountidtype: 'account',
        });
        expect(formContext.ui.getFormType()).toBe(1);
        await form.save(SaveMode.Save);
        const [lead, process] = server.requests;
        const { leadid } = lead?.body as { leadid: string };
        expect(lead).toMatchObject({
            method: 'POST',
            path: 'leads',
            body: {
                subject: 'From a card',
                decisionmaker: false,
                statuscode: 1,
                'parentaccountid@odata.bind': '/accounts(cccccccc-0000-4000-8000-000000000001)',
                'ownerid@odata.bind': expect.stringMatching(/^\/systemusers\(/) as string,
            },
        });
        expect(process).toEqual({
            method: 'POST',
            path: 'salesprocesses',
            body: {
                'processid@odata.bind': '/workflows(919e14d1-6489-4852-abd0-a63a6ecaac5d)',
                'leadId@odata.bind': `/leads(${leadid})`,
                'activestageid@odata.bind': `/processstages(${STAGES.qualify})`,
                traversedpath: STAGES.qualify,
            },
        });
        expect(closed).toEqual(['created 36']);
        expect(formContext.data.entity.getId()).toBe(`{${leadid.toUpperCase()}}`);
    });
});

describe('an inactive row', () => {
    it('makes the form read-only', async () => {
        const server = aServer();
        server.row = { ...server.row, statecode: 2, statuscode: 7 };
        const { formContext } = await openLead(server);
        expect(formContext.ui.getFormType()).toBe(4);
        expect(formContext.getControl<Xrm.Controls.StandardControl>('subject')?.getDisabled()).toBe(true);
    });
});

describe('the process', () => {
    const move = (start: (callback: (result: string) => void) => void): Promise<string> => new Promise(start);

    it('has its stages, active stage, path, instance and status', async () => {
        const server = aServer();
        server.instance = anInstance('qualify');
        const { formContext } = await openLead(server);
        const { process } = formContext.data;
        expect(process.getActiveProcess().getName()).toBe('Lead to Opportunity Sales Process');
        expect(process.getActiveStage().getName()).toBe('Qualify');
        expect(
            process
                .getActivePath()
                .get()
                .map((stage) => stage.getId()),
        ).toEqual([STAGES.qualify]);
        expect(process.getInstanceId()).toBe(INSTANCE_ID);
        expect(process.getStatus()).toBe('active');
        expect(
            process
                .getActiveStage()
                .getSteps()
                .get()
                .map((step) => step.getAttribute()),
        ).toEqual(['purchasetimeframe', 'decisionmaker']);
    });

    it('saves nothing and stays when a handler prevents leaving the stage', async () => {
        const server = aServer();
        server.instance = anInstance('qualify');
        const { formContext } = await openLead(server);
        formContext.getAttribute('description')?.setValue('x');
        const after = jest.fn();
        const directions: string[] = [];
        formContext.data.process.addOnPreStageChange((context) => {
            directions.push(context.getEventArgs().getDirection());
            context.getEventArgs().preventDefault();
        });
        formContext.data.process.addOnStageChange(after);
        expect(await move((done) => formContext.data.process.moveNext(done))).toBe('invalid');
        expect(directions).toEqual(['Next']);
        expect(server.requests).toEqual([]);
        expect(after).not.toHaveBeenCalled();
    });

    it('says that the lead must be qualified when Next would cross to a row that is not there', async () => {
        const server = aServer();
        server.instance = anInstance('qualify');
        const { formContext } = await openLead(server);
        expect(await move((done) => formContext.data.process.moveNext(done))).toBe('crossEntity');
        expect(server.alerts).toEqual([expect.stringContaining('The Lead must be qualified')]);
        expect(server.requests).toEqual([]);
    });

    it('stops at a required step that is not done', async () => {
        const server = aServer();
        server.instance = anInstance('qualify');
        server.row = { ...server.row, decisionmaker: false };
        const { formContext } = await openLead(server);
        expect(await move((done) => formContext.data.process.moveNext(done))).toBe('invalid');
        expect(server.alerts).toEqual(['To move to the next stage, complete the required steps: Decision maker?.']);
    });

    it('moves with the changed columns in one changeset and opens the opportunity', async () => {
        const server = aServer();
        server.instance = anInstance('qualify', { _opportunityid_value: 'ffffffff-0000-4000-8000-000000000001' });
        const { formContext } = await openLead(server);
        formContext.getAttribute('description')?.setValue('x');
        const order: string[] = [];
        formContext.data.process.addOnPreStageChange(() => order.push('before'));
        formContext.data.entity.addOnSave(() => order.push('save'));
        formContext.data.process.addOnStageChange((context) => order.push(context.getEventArgs().getStage().getName()));
        expect(await move((done) => formContext.data.process.moveNext(done))).toBe('crossEntity');
        expect(order).toEqual(['before', 'save', 'Develop']);
        expect(server.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
            ['PATCH', `leads(${LEAD_ID})`, { description: 'x' }],
            [
                'PATCH',
                `salesprocesses(${INSTANCE_ID})`,
                {
                    traversedpath: `${STAGES.qualify},${STAGES.develop}`,
                    'activestageid@odata.bind': `/processstages(${STAGES.develop})`,
                },
            ],
        ]);
        expect(server.routes).toEqual([
            expect.objectContaining({ page: 'form', table: 'opportunity', id: 'ffffffff-0000-4000-8000-000000000001' }),
        ]);
    });

    it('answers unreachable for a stage two ahead, and beginning before the first', async () => {
        const server = aServer();
        server.instance = anInstance('qualify');
        const { formContext } = await openLead(server);
        expect(await move((done) => formContext.data.process.setActiveStage(STAGES.propose, done))).toBe('unreachable');
        expect(await move((done) => formContext.data.process.movePrevious(done))).toBe('beginning');
    });

    it('changes its status after asking the handlers', async () => {
        const server = aServer();
        server.instance = anInstance('qualify');
        const { formContext } = await openLead(server);
        const asked: string[] = [];
        formContext.data.process.addOnPreProcessStatusChange((context) =>
            asked.push(context.getEventArgs().getStatus()),
        );
        server.answer = ({ body }) => {
            server.instance = anInstance('qualify', body as object as Record<string, unknown>);
            return { status: 204, headers: {}, body: undefined };
        };
        expect(await move((done) => formContext.data.process.setStatus('aborted', done))).toBe('aborted');
        expect(asked).toEqual(['aborted']);
        expect(formContext.data.process.getStatus()).toBe('aborted');
    });
});

describe('collections', () => {
    it('are read by name, index, predicate or as a whole', async () => {
        const { formContext } = await openLead(aServer());
        const { tabs } = formContext.ui;
        expect(tabs.getLength()).toBe(2);
        expect(tabs.get('SUMMARY')).toBe(tabs.get(0));
        expect(tabs.get((tab) => tab.getLabel() === 'More').map((tab) => tab.getName())).toEqual(['MORE']);
        expect(tabs.get()).toHaveLength(2);
        expect(tabs.get('none')).toBeNull();
    });
});

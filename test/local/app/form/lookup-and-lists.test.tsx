/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import React from 'react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { PlatformProvider } from '../../../../local/app/platform/platform-context';
import { registerAppIcons } from '../../../../local/app/platform/icons';
import { createTexts } from '../../../../local/app/platform/texts';
import type { WebApiPage } from '../../../../local/app/platform/types';
import english from '../../../../local/app/texts/1033';
import { FormProvider } from '../../../../local/app/form/form-scope';
import { FieldCell } from '../../../../local/app/form/fields/FieldCell';
import { subgridSource } from '../../../../local/app/form/subgrid/subgrid-source';
import { timelineItems } from '../../../../local/app/form/timeline/timeline-items';
import { LEAD, LEAD_ID, aColumn, aServer, aTable, newLead, openLead } from './fakes';

registerAppIcons();

const page = (rows: WebApiPage['rows']): WebApiPage => ({ rows, totalCount: rows.length, moreRecords: false });

describe('a lookup', () => {
    it('searches with the filters of its PreSearch handlers and takes the row that is chosen', async () => {
        const server = aServer();
        const queries: string[] = [];
        const platform = {
            ...server.platform,
            texts: createTexts(english),
            webApi: {
                ...server.platform.webApi,
                fetch: (_table: string, fetchXml: string) => {
                    queries.push(fetchXml);
                    return Promise.resolve(
                        page([{ accountid: 'cccccccc-0000-4000-8000-000000000009', name: 'Fabrikam' }]),
                    );
                },
            },
        };
        const { form, api, formContext } = await newLead({ ...server, platform });
        const control = formContext.getControl<Xrm.Controls.LookupControl>('parentaccountid');
        control?.addPreSearch(() =>
            control.addCustomFilter(
                '<filter><condition attribute="statecode" operator="eq" value="0"/></filter>',
                'account',
            ),
        );
        const model = form.control('parentaccountid');
        const attribute = form.attribute('parentaccountid');
        if (model === null || attribute === null) {
            throw new Error('the form shows parentaccountid');
        }
        render(
            <PlatformProvider platform={platform}>
                <FormProvider form={form} api={api}>
                    <FieldCell control={model} attribute={attribute} />
                </FormProvider>
            </PlatformProvider>,
        );
        const input = screen.getByRole('combobox', { name: 'Company' });
        fireEvent.change(input, { target: { value: 'fab' } });
        fireEvent.click(await screen.findByRole('option', { name: /Fabrikam/ }));
        expect(queries[0]).toContain('value="fab%"');
        expect(queries[0]).toContain('attribute="statecode" operator="eq" value="0"');
        expect(formContext.getAttribute('parentaccountid')?.getValue()).toEqual([
            { id: '{CCCCCCCC-0000-4000-8000-000000000009}', name: 'Fabrikam', entityType: 'account' },
        ]);
        await waitFor(() => expect(screen.getByRole('link', { name: 'Fabrikam' })).toBeInTheDocument());
    });
});

describe('the timeline', () => {
    it('holds notes and activities together, newest first, and knows what is overdue', async () => {
        const server = aServer();
        const platform = {
            ...server.platform,
            webApi: {
                ...server.platform.webApi,
                request: () =>
                    Promise.resolve({
                        status: 200,
                        headers: {},
                        body: {
                            value: [
                                {
                                    annotationid: 'n1',
                                    subject: 'Met',
                                    notetext: '<p>At the <b>fair</b></p>',
                                    createdon: '2026-11-10T08:00:00Z',
                                },
                            ],
                        },
                    }),
                fetch: () =>
                    Promise.resolve(
                        page([
                            {
                                activityid: 'a1',
                                activitytypecode: 'task',
                                subject: 'Offer',
                                statecode: 0,
                                scheduledend: '2026-11-01T08:00:00Z',
                                modifiedon: '2026-11-12T08:00:00Z',
                            },
                            {
                                activityid: 'a2',
                                activitytypecode: 'phonecall',
                                subject: 'Call',
                                statecode: 1,
                                'statecode@OData.Community.Display.V1.FormattedValue': 'Completed',
                                // A status reason of phone calls that activitypointer does not have.
                                statuscode: 5,
                                actualend: '2026-11-20T08:00:00Z',
                                modifiedon: '2026-11-20T08:00:00Z',
                            },
                            {
                                activityid: 'a3',
                                activitytypecode: 'appointment',
                                subject: 'Visit',
                                statecode: 3,
                                scheduledend: '2026-12-01T08:00:00Z',
                                modifiedon: '2026-11-12T08:00:00Z',
                            },
                        ]),
                    ),
            },
        };
        const items = await timelineItems(platform, LEAD, LEAD_ID, new Date('2026-11-21T00:00:00Z'));
        expect(items.map(({ subject, isOpen, isOverdue }) => [subject, isOpen, isOverdue])).toEqual([
            ['Visit', true, false],
            ['Call', false, false],
            ['Met', false, false],
            ['Offer', true, true],
        ]);
        expect(items[2]?.text).toBe('At the fair');
        expect(items[1]?.statusLabel).toBe('Completed');
    });
});

describe('a subgrid', () => {
    const competitor = aTable('competitor', [aColumn('name', 'String')], { primaryNameColumn: 'name' });
    const view = {
        id: '1',
        name: 'All',
        queryType: 0,
        isDefault: true,
        isPersonal: false,
        fetchXml: '<fetch><entity name="competitor"><attribute name="name"/></entity></fetch>',
        layoutXml: '<grid/>',
    };

    it('asks for the rows of a one-to-many relationship by the lookup', async () => {
        const { form } = await openLead(aServer());
        const [relationship] = LEAD.manyToOne;
        if (relationship === undefined) {
            throw new Error('LEAD has a relationship');
        }
        const source = subgridSource(form, {
            table: competitor,
            views: [view],
            view,
            oneToMany: { ...relationship, referencingColumn: 'leadid' },
        });
        expect(source.fetchXml).toContain(`<condition attribute="leadid" operator="eq" value="${LEAD_ID}"/>`);
    });

    it('asks for the rows of a many-to-many relationship through the intersect table', async () => {
        const { form } = await openLead(aServer());
        const source = subgridSource(form, {
            table: competitor,
            views: [view],
            view,
            manyToMany: {
                schemaName: 'leadcompetitors_association',
                intersectTable: 'leadcompetitors',
                navigationProperty: 'leadcompetitors_association',
                otherTable: 'competitor',
                column: 'leadid',
                otherColumn: 'competitorid',
            },
        });
        expect(source.fetchXml).toContain(
            '<link-entity name="leadcompetitors" intersect="true" visible="false" from="competitorid" to="competitorid">',
        );
        expect(source.fetchXml).toContain('alias="bb"');
    });
});

/** @jest-environment jsdom */
import { setIconOptions } from '@fluentui/react/lib/Styling';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { defaultRoute } from '../../../../local/app/platform/create-platform';
import { PlatformProvider } from '../../../../local/app/platform/platform-context';
import { SiteMap } from '../../../../local/app/shell/SiteMap';
import { app, fakePlatform, leadTable, type FakePlatform } from '../fixtures';

setIconOptions({ disableWarnings: true });

function show(): FakePlatform {
    const platform = fakePlatform(leadTable());
    render(
        <PlatformProvider platform={platform}>
            <SiteMap collapsed={false} overlay={false} onClose={() => undefined} />
        </PlatformProvider>,
    );
    return platform;
}

beforeEach(() => window.history.replaceState(null, '', '/'));

describe('The site map', () => {
    it('marks the entry of the open page', () => {
        show();
        expect(screen.getByText('Leads').closest('a')?.getAttribute('aria-current')).toBe('page');
    });

    it('has links that can be opened in a new tab', () => {
        show();
        expect(screen.getByText('Leads').closest('a')?.getAttribute('href')).toBe(
            '/main.aspx?appid=app&pagetype=entitylist&etn=lead',
        );
    });

    it('opens another area with its first page', async () => {
        const platform = show();
        fireEvent.click(screen.getByTestId('area-switch'));
        fireEvent.click(await screen.findByText('Settings'));
        expect((await screen.findByText('Criteria')).closest('a')?.getAttribute('aria-current')).toBe('page');
        await waitFor(() =>
            expect(platform.navigation.route).toEqual({ page: 'list', app: 'app', table: 'criterion' }),
        );
    });

    it('follows to the area of a page that was opened otherwise', async () => {
        const platform = show();
        await act(async () => {
            await platform.navigation.go({ page: 'form', app: 'app', table: 'criterion', id: '1' });
        });
        expect(screen.getByText('Criteria').closest('a')?.getAttribute('aria-current')).toBe('page');
    });
});

describe('An app', () => {
    it('opens with the first page of its site map', () => {
        expect(defaultRoute(app)).toEqual({ page: 'list', app: 'app', table: 'lead' });
    });
});

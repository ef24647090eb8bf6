/** @jest-environment jsdom */
import { createNavigation } from '../../../../local/app/platform/navigation';
import type { Route } from '../../../../local/app/platform/types';

const home: Route = { page: 'list', app: 'a', table: 'lead' };
const account: Route = { page: 'list', app: 'a', table: 'account' };

beforeEach(() => window.history.replaceState(null, '', '/'));

describe('Navigation', () => {
    it('starts at the default page when the address names none, and writes its address', () => {
        const navigation = createNavigation(window, home);
        expect(navigation.route).toEqual(home);
        expect(window.location.search).toBe('?appid=a&pagetype=entitylist&etn=lead');
    });

    it('starts at the page that the address names', () => {
        window.history.replaceState(null, '', '/main.aspx?appid=a&pagetype=entitylist&etn=contact');
        expect(createNavigation(window, home).route).toEqual({ page: 'list', app: 'a', table: 'contact' });
    });

    it('goes to a page and tells who listens', async () => {
        const navigation = createNavigation(window, home);
        const listener = jest.fn();
        navigation.subscribe(listener);
        await expect(navigation.go(account)).resolves.toBe(true);
        expect(navigation.route).toEqual(account);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it('stays when the open page may not be left', async () => {
        const navigation = createNavigation(window, home);
        const takeAway = navigation.guard(() => Promise.resolve(false));
        await expect(navigation.go(account)).resolves.toBe(false);
        expect(navigation.route).toEqual(home);
        takeAway();
        await expect(navigation.go(account)).resolves.toBe(true);
    });

    it('goes back to the page before', async () => {
        const navigation = createNavigation(window, home);
        await navigation.go(account);
        const changed = new Promise<void>((resolve) => navigation.subscribe(resolve));
        navigation.back();
        await changed;
        expect(navigation.route).toEqual(home);
    });
});

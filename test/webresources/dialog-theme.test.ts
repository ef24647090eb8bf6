/** @jest-environment jsdom */
import { followTheme } from '../../webresources/dialog/theme';

function themeOf(background: string | null, prefersDark: boolean, given?: string): string | undefined {
    const root = document.createElement('html');
    if (given !== undefined) root.dataset.theme = given;
    const around = document.createElement('div');
    const frame = document.createElement('iframe');
    around.append(frame);
    if (background !== null) around.style.backgroundColor = background;
    followTheme({
        document: { documentElement: root },
        frameElement: background === null ? null : frame,
        matchMedia: () => ({ matches: prefersDark }),
    } as unknown as Window);
    return root.dataset.theme;
}

describe('the theme of a dialog', () => {
    it('follows the surface that it lies on', () => {
        expect(themeOf('rgb(41, 41, 41)', false)).toBe('dark');
        expect(themeOf('rgb(255, 255, 255)', true)).toBe('light');
    });

    it('looks through what is transparent', () => {
        expect(themeOf('rgba(255, 255, 255, 0.1)', true)).toBe('dark');
    });

    it('follows the system where nothing can be seen', () => {
        expect([themeOf(null, true), themeOf(null, false)]).toEqual(['dark', 'light']);
    });

    it('leaves alone what the host has set', () => {
        expect(themeOf('rgb(0, 0, 0)', true, 'light')).toBe('light');
    });
});

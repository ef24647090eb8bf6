/**
 * The look of the current Unified Interface, light and dark: Fluent 8 themes for the components, and the same colours
 * as CSS variables for everything else (`color.surface` → `var(--surface)`), so that one style sheet serves both.
 */
import { createTheme, type ITheme } from '@fluentui/react/lib/Styling';

export type ThemeName = 'light' | 'dark';

const COLORS = {
    light: {
        page: '#f5f5f5',
        surface: '#ffffff',
        surfaceHover: '#f5f5f5',
        surfacePressed: '#ebebeb',
        surfaceSelected: '#ebf3fc',
        line: '#e0e0e0',
        lineStrong: '#d1d1d1',
        lineAccessible: '#616161',
        text: '#242424',
        textSecondary: '#424242',
        textTertiary: '#616161',
        textDisabled: '#8a8a8a',
        brand: '#0f6cbd',
        brandHover: '#115ea3',
        brandText: '#115ea3',
        onBrand: '#ffffff',
        brandTint: '#ebf3fc',
        header: '#0c3b5e',
        headerHover: '#0e4775',
        onHeader: '#ffffff',
        success: '#0e700e',
        successTint: '#f1faf1',
        warning: '#8a3707',
        warningTint: '#fff9f5',
        danger: '#b10e1c',
        dangerTint: '#fdf3f4',
        informationTint: '#f5f5f5',
        shadow: '0 0 2px rgba(0,0,0,0.12), 0 1px 2px rgba(0,0,0,0.14)',
        shadowRaised: '0 0 8px rgba(0,0,0,0.12), 0 14px 28px rgba(0,0,0,0.24)',
    },
    dark: {
        page: '#141414',
        surface: '#292929',
        surfaceHover: '#3d3d3d',
        surfacePressed: '#1f1f1f',
        surfaceSelected: '#082338',
        line: '#3d3d3d',
        lineStrong: '#666666',
        lineAccessible: '#adadad',
        text: '#ffffff',
        textSecondary: '#d6d6d6',
        textTertiary: '#adadad',
        textDisabled: '#8a8a8a',
        brand: '#115ea3',
        brandHover: '#0f6cbd',
        brandText: '#62abf5',
        onBrand: '#ffffff',
        brandTint: '#082338',
        header: '#0a2e4a',
        headerHover: '#0c3b5e',
        onHeader: '#ffffff',
        success: '#54b054',
        successTint: '#052505',
        warning: '#faa06b',
        warningTint: '#411200',
        danger: '#dc626d',
        dangerTint: '#3b0509',
        informationTint: '#1f1f1f',
        shadow: '0 0 2px rgba(0,0,0,0.24), 0 1px 2px rgba(0,0,0,0.28)',
        shadowRaised: '0 0 8px rgba(0,0,0,0.24), 0 14px 28px rgba(0,0,0,0.48)',
    },
} as const;

export type ColorName = keyof (typeof COLORS)['light'];

/** CSS variables by name: `color.surface` is `var(--surface)`. */
export const color: Readonly<Record<ColorName, string>> = Object.fromEntries(
    Object.keys(COLORS.light).map((name) => [name, `var(--${name})`]),
) as Record<ColorName, string>;

/** Below this width, in pixels, the page has one column and the site map hides behind a button. */
export const NARROW_WIDTH = 720;

const FONT_FAMILY =
    '"Segoe UI", "Segoe UI Variable", system-ui, -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';

/** The Fluent theme that the components take. */
export function fluentTheme(name: ThemeName): ITheme {
    const c = COLORS[name];
    const dark = name === 'dark';
    return createTheme({
        isInverted: dark,
        defaultFontStyle: { fontFamily: FONT_FAMILY },
        // Initials are white on their own colours, in the dark theme too, where `white` is the dark surface.
        components: { PersonaCoin: { styles: { initials: { color: '#ffffff' } } } },
        effects: { roundedCorner2: '4px', roundedCorner4: '6px', roundedCorner6: '8px' },
        palette: {
            themePrimary: dark ? '#479ef5' : c.brand,
            themeSecondary: dark ? '#2886de' : '#2886de',
            themeTertiary: dark ? '#0f548c' : '#77b7f7',
            themeLight: dark ? '#0e4775' : '#b4d6fa',
            themeLighter: dark ? '#082338' : '#cfe4fa',
            themeLighterAlt: dark ? '#061724' : '#ebf3fc',
            themeDarkAlt: dark ? '#62abf5' : '#115ea3',
            themeDark: dark ? '#77b7f7' : '#0f548c',
            themeDarker: dark ? '#96c6fa' : '#0c3b5e',
            neutralLighterAlt: dark ? '#2e2e2e' : '#fafafa',
            neutralLighter: dark ? '#333333' : '#f5f5f5',
            neutralLight: dark ? '#3d3d3d' : '#ebebeb',
            neutralQuaternaryAlt: dark ? '#474747' : '#e0e0e0',
            neutralQuaternary: dark ? '#525252' : '#d1d1d1',
            neutralTertiaryAlt: dark ? '#666666' : '#c7c7c7',
            neutralTertiary: dark ? '#adadad' : '#8a8a8a',
            neutralSecondaryAlt: dark ? '#adadad' : '#8a8a8a',
            neutralSecondary: dark ? '#d6d6d6' : '#616161',
            neutralPrimaryAlt: dark ? '#e0e0e0' : '#424242',
            neutralPrimary: c.text,
            neutralDark: c.text,
            black: dark ? '#ffffff' : '#000000',
            white: c.surface,
            whiteTranslucent40: dark ? 'rgba(0,0,0,.4)' : 'rgba(255,255,255,.4)',
        },
        semanticColors: {
            link: c.brandText,
            linkHovered: dark ? '#96c6fa' : '#0f548c',
            bodyBackground: c.surface,
            bodyText: c.text,
            bodySubtext: c.textTertiary,
            inputBorder: c.lineStrong,
            inputBorderHovered: c.lineAccessible,
            inputPlaceholderText: c.textTertiary,
            errorText: c.danger,
            primaryButtonBackground: c.brand,
            primaryButtonBackgroundHovered: c.brandHover,
            primaryButtonBackgroundPressed: '#0c3b5e',
            primaryButtonText: '#ffffff',
            primaryButtonTextHovered: '#ffffff',
            primaryButtonTextPressed: '#ffffff',
            menuBackground: c.surface,
            disabledText: c.textDisabled,
            disabledBodyText: c.textDisabled,
        },
    });
}

/** Sets the colours and what the page itself needs, for everything in the document, layers and dialogs too. */
export function applyTheme(document: Document, name: ThemeName): void {
    const root = document.documentElement;
    for (const [variable, value] of Object.entries(COLORS[name])) {
        root.style.setProperty(`--${variable}`, value);
    }
    root.style.colorScheme = name;
    root.dataset.theme = name;
    root.style.height = '100%';
    Object.assign(document.body.style, {
        margin: '0',
        height: '100%',
        overflow: 'hidden',
        background: color.page,
        color: color.text,
        fontFamily: FONT_FAMILY,
        fontSize: '14px',
    });
}

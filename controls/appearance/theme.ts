import { createTheme, type ITheme } from '@fluentui/react';

/** The tokens of the host's Fluent 9 theme that the components of Fluent 8 are coloured by. */
const TOKENS = [
    'colorNeutralBackground1',
    'colorNeutralBackground1Hover',
    'colorNeutralBackground1Pressed',
    'colorNeutralBackground1Selected',
    'colorNeutralBackground2',
    'colorNeutralBackground3',
    'colorNeutralForeground1',
    'colorNeutralForeground2',
    'colorNeutralForeground3',
    'colorNeutralForegroundDisabled',
    'colorNeutralStroke1',
    'colorNeutralStroke2',
    'colorNeutralStrokeAccessible',
    'colorBrandBackground',
    'colorBrandBackgroundHover',
    'colorBrandBackgroundPressed',
    'colorBrandBackground2',
    'colorBrandForeground1',
    'colorBrandForegroundLink',
    'colorBrandForegroundLinkHover',
    'colorNeutralForegroundOnBrand',
    'colorPaletteRedForeground1',
    'colorPaletteRedBackground1',
    'colorPaletteGreenForeground1',
    'colorPaletteGreenBackground1',
    'colorPaletteDarkOrangeForeground1',
    'colorPaletteDarkOrangeBackground1',
] as const;

type Token = (typeof TOKENS)[number];
export type Colors = Readonly<Record<Token, string>>;

/** Fluent 9's webLightTheme and webDarkTheme, for hosts that pass no theme of their own. */
const FALLBACK: Readonly<Record<'light' | 'dark', Colors>> = {
    light: {
        colorNeutralBackground1: '#ffffff',
        colorNeutralBackground1Hover: '#f5f5f5',
        colorNeutralBackground1Pressed: '#e0e0e0',
        colorNeutralBackground1Selected: '#ebebeb',
        colorNeutralBackground2: '#fafafa',
        colorNeutralBackground3: '#f5f5f5',
        colorNeutralForeground1: '#242424',
        colorNeutralForeground2: '#424242',
        colorNeutralForeground3: '#616161',
        colorNeutralForegroundDisabled: '#8a8a8a',
        colorNeutralStroke1: '#d1d1d1',
        colorNeutralStroke2: '#e0e0e0',
        colorNeutralStrokeAccessible: '#616161',
        colorBrandBackground: '#0f6cbd',
        colorBrandBackgroundHover: '#115ea3',
        colorBrandBackgroundPressed: '#0c3b5e',
        colorBrandBackground2: '#ebf3fc',
        colorBrandForeground1: '#0f6cbd',
        colorBrandForegroundLink: '#115ea3',
        colorBrandForegroundLinkHover: '#0f548c',
        colorNeutralForegroundOnBrand: '#ffffff',
        colorPaletteRedForeground1: '#bc2f32',
        colorPaletteRedBackground1: '#fdf6f6',
        colorPaletteGreenForeground1: '#0e700e',
        colorPaletteGreenBackground1: '#f1faf1',
        colorPaletteDarkOrangeForeground1: '#c43501',
        colorPaletteDarkOrangeBackground1: '#fdf6f3',
    },
    dark: {
        colorNeutralBackground1: '#292929',
        colorNeutralBackground1Hover: '#3d3d3d',
        colorNeutralBackground1Pressed: '#1f1f1f',
        colorNeutralBackground1Selected: '#383838',
        colorNeutralBackground2: '#1f1f1f',
        colorNeutralBackground3: '#141414',
        colorNeutralForeground1: '#ffffff',
        colorNeutralForeground2: '#d6d6d6',
        colorNeutralForeground3: '#adadad',
        colorNeutralForegroundDisabled: '#8a8a8a',
        colorNeutralStroke1: '#666666',
        colorNeutralStroke2: '#525252',
        colorNeutralStrokeAccessible: '#adadad',
        colorBrandBackground: '#115ea3',
        colorBrandBackgroundHover: '#0f6cbd',
        colorBrandBackgroundPressed: '#0c3b5e',
        colorBrandBackground2: '#082338',
        colorBrandForeground1: '#479ef5',
        colorBrandForegroundLink: '#62abf5',
        colorBrandForegroundLinkHover: '#77b7f7',
        colorNeutralForegroundOnBrand: '#ffffff',
        colorPaletteRedForeground1: '#e37d80',
        colorPaletteRedBackground1: '#3f1011',
        colorPaletteGreenForeground1: '#54b054',
        colorPaletteGreenBackground1: '#052505',
        colorPaletteDarkOrangeForeground1: '#e9835e',
        colorPaletteDarkOrangeBackground1: '#411200',
    },
};

/** What a host says about its look; a subset of the framework's `FluentDesignState`, so that tests stay small. */
export interface DesignLanguage {
    readonly isDarkTheme?: boolean;
    readonly tokenTheme?: Readonly<Record<string, unknown>>;
}

/** The host's colours; where it names none, those of Fluent for light or dark. */
export function colorsOf(design: DesignLanguage | undefined): Colors {
    const fallback = FALLBACK[design?.isDarkTheme ? 'dark' : 'light'];
    const entries = TOKENS.map((token) => {
        const value = design?.tokenTheme?.[token];
        return [token, typeof value === 'string' && value !== '' ? value : fallback[token]];
    });
    return Object.fromEntries(entries) as Record<Token, string>;
}

/** Colours as CSS variables (`--llc-colorNeutralForeground1`), for the controls' style sheets. */
export function cssVariables(colors: Colors): Readonly<Record<`--llc-${Token}`, string>> {
    return Object.fromEntries(TOKENS.map((token) => [`--llc-${token}`, colors[token]])) as Record<
        `--llc-${Token}`,
        string
    >;
}

/** A Fluent 8 theme in the host's colours and typeface. */
export function fluentTheme(design: DesignLanguage | undefined): ITheme {
    const c = colorsOf(design);
    const fontFamily = design?.tokenTheme?.['fontFamilyBase'];
    return createTheme({
        isInverted: design?.isDarkTheme ?? false,
        ...(typeof fontFamily === 'string' && { defaultFontStyle: { fontFamily } }),
        effects: { roundedCorner2: '4px' },
        palette: {
            themePrimary: c.colorBrandForeground1,
            themeDarkAlt: c.colorBrandBackgroundHover,
            themeDark: c.colorBrandForegroundLinkHover,
            themeDarker: c.colorBrandForegroundLinkHover,
            themeLighter: c.colorBrandBackground2,
            themeLighterAlt: c.colorBrandBackground2,
            neutralLighterAlt: c.colorNeutralBackground3,
            neutralLighter: c.colorNeutralBackground1Hover,
            neutralLight: c.colorNeutralBackground1Selected,
            neutralQuaternaryAlt: c.colorNeutralStroke2,
            neutralQuaternary: c.colorNeutralStroke1,
            neutralTertiaryAlt: c.colorNeutralStroke1,
            neutralTertiary: c.colorNeutralForegroundDisabled,
            neutralSecondary: c.colorNeutralForeground3,
            neutralPrimaryAlt: c.colorNeutralForeground2,
            neutralPrimary: c.colorNeutralForeground1,
            neutralDark: c.colorNeutralForeground1,
            black: c.colorNeutralForeground1,
            white: c.colorNeutralBackground1,
        },
        semanticColors: {
            bodySubtext: c.colorNeutralForeground3,
            link: c.colorBrandForegroundLink,
            linkHovered: c.colorBrandForegroundLinkHover,
            buttonBorder: c.colorNeutralStroke1,
            inputBorder: c.colorNeutralStroke1,
            inputBorderHovered: c.colorNeutralStrokeAccessible,
            inputPlaceholderText: c.colorNeutralForeground3,
            errorText: c.colorPaletteRedForeground1,
            primaryButtonBackground: c.colorBrandBackground,
            primaryButtonBackgroundHovered: c.colorBrandBackgroundHover,
            primaryButtonBackgroundPressed: c.colorBrandBackgroundPressed,
            primaryButtonText: c.colorNeutralForegroundOnBrand,
            primaryButtonTextHovered: c.colorNeutralForegroundOnBrand,
            primaryButtonTextPressed: c.colorNeutralForegroundOnBrand,
        },
    });
}

/**
 * `context.fluentDesignLanguage`: the page's look in the tokens of Fluent 9, which is what components are given
 * (Microsoft Learn, "Style components with modern theming").
 */
import type { ThemeName } from '../../platform/theme';

const LIGHT = {
    colorNeutralBackground1: '#ffffff',
    colorNeutralBackground1Hover: '#f5f5f5',
    colorNeutralBackground1Pressed: '#e0e0e0',
    colorNeutralBackground1Selected: '#ebebeb',
    colorNeutralBackground2: '#fafafa',
    colorNeutralBackground3: '#f5f5f5',
    colorNeutralBackground4: '#f0f0f0',
    colorNeutralForeground1: '#242424',
    colorNeutralForeground2: '#424242',
    colorNeutralForeground3: '#616161',
    colorNeutralForeground4: '#707070',
    colorNeutralForegroundDisabled: '#bdbdbd',
    colorNeutralForegroundOnBrand: '#ffffff',
    colorNeutralStroke1: '#d1d1d1',
    colorNeutralStroke2: '#e0e0e0',
    colorNeutralStroke3: '#f0f0f0',
    colorNeutralStrokeAccessible: '#616161',
    colorBrandBackground: '#0f6cbd',
    colorBrandBackgroundHover: '#115ea3',
    colorBrandBackgroundPressed: '#0c3b5e',
    colorBrandBackground2: '#ebf3fc',
    colorBrandForeground1: '#0f6cbd',
    colorBrandForeground2: '#115ea3',
    colorBrandForegroundLink: '#115ea3',
    colorBrandForegroundLinkHover: '#0f548c',
    colorBrandStroke1: '#0f6cbd',
    colorPaletteRedBackground1: '#fdf6f6',
    colorPaletteRedForeground1: '#bc2f32',
    colorPaletteGreenBackground1: '#f1faf1',
    colorPaletteGreenForeground1: '#0e700e',
    colorPaletteDarkOrangeBackground1: '#fdf6f3',
    colorPaletteDarkOrangeForeground1: '#c43501',
    colorPaletteYellowBackground1: '#fffef5',
    colorPaletteYellowForeground1: '#817400',
} as const;

type ColorToken = keyof typeof LIGHT;

const DARK: Readonly<Record<ColorToken, string>> = {
    colorNeutralBackground1: '#292929',
    colorNeutralBackground1Hover: '#3d3d3d',
    colorNeutralBackground1Pressed: '#1f1f1f',
    colorNeutralBackground1Selected: '#383838',
    colorNeutralBackground2: '#1f1f1f',
    colorNeutralBackground3: '#141414',
    colorNeutralBackground4: '#0a0a0a',
    colorNeutralForeground1: '#ffffff',
    colorNeutralForeground2: '#d6d6d6',
    colorNeutralForeground3: '#adadad',
    colorNeutralForeground4: '#999999',
    colorNeutralForegroundDisabled: '#5c5c5c',
    colorNeutralForegroundOnBrand: '#ffffff',
    colorNeutralStroke1: '#666666',
    colorNeutralStroke2: '#525252',
    colorNeutralStroke3: '#3d3d3d',
    colorNeutralStrokeAccessible: '#adadad',
    colorBrandBackground: '#115ea3',
    colorBrandBackgroundHover: '#0f6cbd',
    colorBrandBackgroundPressed: '#0c3b5e',
    colorBrandBackground2: '#082338',
    colorBrandForeground1: '#479ef5',
    colorBrandForeground2: '#62abf5',
    colorBrandForegroundLink: '#62abf5',
    colorBrandForegroundLinkHover: '#77b7f7',
    colorBrandStroke1: '#479ef5',
    colorPaletteRedBackground1: '#3f1011',
    colorPaletteRedForeground1: '#e37d80',
    colorPaletteGreenBackground1: '#052505',
    colorPaletteGreenForeground1: '#54b054',
    colorPaletteDarkOrangeBackground1: '#411200',
    colorPaletteDarkOrangeForeground1: '#e9835e',
    colorPaletteYellowBackground1: '#332e00',
    colorPaletteYellowForeground1: '#feee66',
};

const TYPOGRAPHY = {
    // The player's own list: components are to look like the page around them.
    fontFamilyBase:
        '"Segoe UI", "Segoe UI Variable", system-ui, -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
    fontSizeBase100: '10px',
    fontSizeBase200: '12px',
    fontSizeBase300: '14px',
    fontSizeBase400: '16px',
    fontSizeBase500: '20px',
    fontSizeBase600: '24px',
    fontWeightRegular: '400',
    fontWeightMedium: '500',
    fontWeightSemibold: '600',
    fontWeightBold: '700',
    lineHeightBase100: '14px',
    lineHeightBase200: '16px',
    lineHeightBase300: '20px',
    lineHeightBase400: '22px',
    lineHeightBase500: '28px',
    lineHeightBase600: '32px',
    borderRadiusNone: '0',
    borderRadiusSmall: '2px',
    borderRadiusMedium: '4px',
    borderRadiusLarge: '6px',
    borderRadiusXLarge: '8px',
    borderRadiusCircular: '10000px',
    strokeWidthThin: '1px',
    strokeWidthThick: '2px',
} as const;

/** Fluent's blue ramp, from the darkest to the lightest. */
const BRAND = {
    10: '#061724',
    20: '#082338',
    30: '#0a2e4a',
    40: '#0c3b5e',
    50: '#0e4775',
    60: '#0f548c',
    70: '#115ea3',
    80: '#0f6cbd',
    90: '#2886de',
    100: '#479ef5',
    110: '#62abf5',
    120: '#77b7f7',
    130: '#96c6fa',
    140: '#b4d6fa',
    150: '#cfe4fa',
    160: '#ebf3fc',
} as const;

/** The tokens that components use most; the platform's theme has several hundred. */
export function designLanguage(theme: ThemeName): ComponentFramework.FluentDesignState {
    const tokenTheme = { ...TYPOGRAPHY, ...(theme === 'dark' ? DARK : LIGHT) };
    return {
        tokenTheme: tokenTheme as unknown as ComponentFramework.FluentDesignState['tokenTheme'],
        brand: BRAND,
        isDarkTheme: theme === 'dark',
    };
}

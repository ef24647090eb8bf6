/**
 * Time zones as Dataverse counts them (usersettings.timezonecode) and by their Windows names, with the IANA zone that
 * Intl needs. Source: Microsoft Learn, "TimeZoneDefinition table"; Unicode CLDR, windowsZones.
 */
export interface TimeZoneEntry {
    readonly code: number;
    readonly standardName: string;
    readonly iana: string;
}

const ENTRIES: readonly (readonly [number, string, string])[] = [
    [0, 'Dateline Standard Time', 'Etc/GMT+12'],
    [2, 'Hawaiian Standard Time', 'Pacific/Honolulu'],
    [3, 'Alaskan Standard Time', 'America/Anchorage'],
    [4, 'Pacific Standard Time', 'America/Los_Angeles'],
    [10, 'Mountain Standard Time', 'America/Denver'],
    [15, 'US Mountain Standard Time', 'America/Phoenix'],
    [20, 'Central Standard Time', 'America/Chicago'],
    [25, 'Canada Central Standard Time', 'America/Regina'],
    [30, 'Central Standard Time (Mexico)', 'America/Mexico_City'],
    [35, 'Eastern Standard Time', 'America/New_York'],
    [40, 'US Eastern Standard Time', 'America/Indianapolis'],
    [45, 'SA Pacific Standard Time', 'America/Bogota'],
    [50, 'Atlantic Standard Time', 'America/Halifax'],
    [60, 'Newfoundland Standard Time', 'America/St_Johns'],
    [65, 'E. South America Standard Time', 'America/Sao_Paulo'],
    [70, 'SA Eastern Standard Time', 'America/Cayenne'],
    [80, 'Azores Standard Time', 'Atlantic/Azores'],
    [85, 'GMT Standard Time', 'Europe/London'],
    [90, 'Greenwich Standard Time', 'Atlantic/Reykjavik'],
    [92, 'Coordinated Universal Time', 'UTC'],
    [95, 'Central Europe Standard Time', 'Europe/Budapest'],
    [100, 'Central European Standard Time', 'Europe/Warsaw'],
    [105, 'Romance Standard Time', 'Europe/Paris'],
    [110, 'W. Europe Standard Time', 'Europe/Berlin'],
    [115, 'E. Europe Standard Time', 'Europe/Chisinau'],
    [120, 'Egypt Standard Time', 'Africa/Cairo'],
    [125, 'FLE Standard Time', 'Europe/Kiev'],
    [130, 'GTB Standard Time', 'Europe/Bucharest'],
    [135, 'Israel Standard Time', 'Asia/Jerusalem'],
    [140, 'South Africa Standard Time', 'Africa/Johannesburg'],
    [145, 'Russian Standard Time', 'Europe/Moscow'],
    [150, 'Arab Standard Time', 'Asia/Riyadh'],
    [155, 'E. Africa Standard Time', 'Africa/Nairobi'],
    [160, 'Iran Standard Time', 'Asia/Tehran'],
    [165, 'Arabian Standard Time', 'Asia/Dubai'],
    [175, 'Afghanistan Standard Time', 'Asia/Kabul'],
    [185, 'West Asia Standard Time', 'Asia/Tashkent'],
    [190, 'India Standard Time', 'Asia/Calcutta'],
    [193, 'Nepal Standard Time', 'Asia/Katmandu'],
    [205, 'SE Asia Standard Time', 'Asia/Bangkok'],
    [210, 'China Standard Time', 'Asia/Shanghai'],
    [215, 'Singapore Standard Time', 'Asia/Singapore'],
    [220, 'Taipei Standard Time', 'Asia/Taipei'],
    [225, 'W. Australia Standard Time', 'Australia/Perth'],
    [230, 'Korea Standard Time', 'Asia/Seoul'],
    [235, 'Tokyo Standard Time', 'Asia/Tokyo'],
    [245, 'AUS Central Standard Time', 'Australia/Darwin'],
    [250, 'Cen. Australia Standard Time', 'Australia/Adelaide'],
    [255, 'AUS Eastern Standard Time', 'Australia/Sydney'],
    [260, 'E. Australia Standard Time', 'Australia/Brisbane'],
    [265, 'Tasmania Standard Time', 'Australia/Hobart'],
    [285, 'Fiji Standard Time', 'Pacific/Fiji'],
    [290, 'New Zealand Standard Time', 'Pacific/Auckland'],
];

export const TIME_ZONES: readonly TimeZoneEntry[] = ENTRIES.map(([code, standardName, iana]) => ({
    code,
    standardName,
    iana,
}));

const BY_CODE: ReadonlyMap<number, TimeZoneEntry> = new Map(TIME_ZONES.map((entry) => [entry.code, entry]));

/** The IANA zone of a time zone code; undefined for codes that are not listed. */
export const ianaZoneOf = (code: number): string | undefined => BY_CODE.get(code)?.iana;

/** The entry with a Windows name, compared without case. */
export const timeZoneNamed = (standardName: string): TimeZoneEntry | undefined =>
    TIME_ZONES.find((entry) => entry.standardName.toLowerCase() === standardName.toLowerCase());

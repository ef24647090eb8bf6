/**
 * Unpacks a solution file and refuses, before anything else happens, whatever a solution file cannot be: other
 * archives, names that lead out of the archive, doubled names, links, encrypted members, and members that unpack to
 * more than they declare or to more than a solution ever holds.
 *
 * The central directory is read here and not by the zip library because the library trusts declared sizes and names;
 * it only inflates.
 */
import { Inflate } from 'fflate';

import { DataverseError } from '../errors';

import { childrenNamed, parseXml, requiredAttribute, schemaViolation } from './xml';

/** What a solution file may weigh. Sizes are in bytes. */
export interface ZipLimits {
    readonly members: number;
    readonly memberSize: number;
    readonly totalSize: number;
    /** Unpacked by packed size; checked for members above `ratioFrom` bytes, small ones compress by chance. */
    readonly ratio: number;
    readonly ratioFrom: number;
}

export const DEFAULT_LIMITS: ZipLimits = {
    members: 20_000,
    memberSize: 128 * 1024 * 1024,
    totalSize: 256 * 1024 * 1024,
    ratio: 200,
    ratioFrom: 1024 * 1024,
};

/** The three files at the root and every body. */
export interface SolutionFiles {
    readonly solutionXml: Uint8Array;
    readonly customizationsXml: Uint8Array;
    /** Names of all members with a content type, as in the archive. */
    readonly names: readonly string[];
    /** A member by name without a leading slash; undefined when there is none or it has no content type. */
    read(name: string): Uint8Array | undefined;
    /** True: the member is there, but [Content_Types].xml says nothing about it, so the platform does not see it. */
    isWithoutContentType(name: string): boolean;
}

/** ImportCustomizationsBadZipFileError. */
const BAD_ZIP = 0x80048060;
const BAD_ZIP_MESSAGE =
    'The solution file is invalid. The compressed file must contain the following files at its root: solution.xml, ' +
    'customizations.xml, and [Content_Types].xml. Customization files exported from previous versions of Microsoft ' +
    'Dynamics 365 are not supported.';
const ROOT_FILES = ['solution.xml', 'customizations.xml', '[Content_Types].xml'] as const;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const END_RECORD_SIZE = 22;
const ENCRYPTED_FLAG = 0x1;
const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const LINK_MODE = 0o120000;
const MODE_MASK = 0o170000;
const LONGEST_NAME = 1024;

interface Member {
    readonly name: string;
    readonly method: number;
    readonly crc: number;
    readonly packedSize: number;
    readonly size: number;
    readonly offset: number;
}

/**
 * Unpacks a solution file completely.
 * @throws DataverseError 0x80048060 for anything that is not a sound solution file
 */
export function readSolutionZip(bytes: Uint8Array, limits: ZipLimits = DEFAULT_LIMITS): SolutionFiles {
    const members = readDirectory(bytes, limits);
    const names = new Set(members.map((member) => member.name));
    if (ROOT_FILES.some((name) => !names.has(name))) {
        const absent = ROOT_FILES.filter((name) => !names.has(name)).join(', ');
        throw badZip(`It has no ${absent} at its root`);
    }
    const bodies = new Map(members.map((member) => [member.name, unpack(bytes, member)]));
    const body = (name: string): Uint8Array => bodies.get(name) ?? new Uint8Array();
    const hasContentType = contentTypes(body('[Content_Types].xml'));
    const visible = [...bodies.keys()].filter(hasContentType);
    const visibleNames = new Set(visible);
    return {
        solutionXml: body('solution.xml'),
        customizationsXml: body('customizations.xml'),
        names: visible,
        read: (name) => (visibleNames.has(name) ? bodies.get(name) : undefined),
        isWithoutContentType: (name) => bodies.has(name) && !visibleNames.has(name),
    };
}

function badZip(detail: string): DataverseError {
    return new DataverseError(BAD_ZIP, `${BAD_ZIP_MESSAGE} (${detail}.)`);
}

function readDirectory(bytes: Uint8Array, limits: ZipLimits): readonly Member[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEndOfDirectory(view);
    const count = view.getUint16(end + 10, true);
    const size = view.getUint32(end + 12, true);
    const start = view.getUint32(end + 16, true);
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
        throw badZip('It is a ZIP64 archive, which solution files are not');
    }
    if (count > limits.members) {
        throw badZip(`It has ${count} members; ${limits.members} are allowed`);
    }
    if (start + size > end) {
        throw badZip('Its directory is damaged');
    }
    const members: Member[] = [];
    const seen = new Map<string, string>();
    let total = 0;
    let at = start;
    for (let index = 0; index < count; index++) {
        if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
            throw badZip('Its directory is damaged');
        }
        const nameLength = view.getUint16(at + 28, true);
        const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
        if (next > end) {
            throw badZip('Its directory is damaged');
        }
        const member = readEntry(view, bytes, at, nameLength);
        at = next;
        checkName(member.name);
        const folded = member.name.toLowerCase();
        const twin = seen.get(folded);
        if (twin !== undefined) {
            throw badZip(`The member '${member.name}' is there twice${twin === member.name ? '' : ` (as '${twin}')`}`);
        }
        seen.set(folded, member.name);
        if (member.name.endsWith('/')) {
            continue;
        }
        checkSize(member, limits);
        total += member.size;
        if (total > limits.totalSize) {
            throw badZip(`It unpacks to more than ${limits.totalSize} bytes`);
        }
        members.push(member);
    }
    return members;
}

function findEndOfDirectory(view: DataView): number {
    const last = view.byteLength - END_RECORD_SIZE;
    for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
        if (view.getUint32(at, true) === END_OF_DIRECTORY && view.getUint16(at + 20, true) === last - at) {
            return at;
        }
    }
    throw badZip('It is not a zip archive');
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, nameLength: number): Member {
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
    if ((flags & ENCRYPTED_FLAG) !== 0) {
        throw badZip(`The member '${name}' is encrypted`);
    }
    if (method !== STORED && method !== DEFLATED) {
        throw badZip(`The member '${name}' is packed with method ${method}; only stored and deflated are allowed`);
    }
    const system = view.getUint8(at + 5);
    const mode = view.getUint32(at + 38, true) >>> 16;
    if (system === UNIX && (mode & MODE_MASK) === LINK_MODE) {
        throw badZip(`The member '${name}' is a link`);
    }
    return {
        name,
        method,
        crc: view.getUint32(at + 16, true),
        packedSize: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
    };
}

function decodeName(bytes: Uint8Array): string {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        throw badZip('The name of a member is not UTF-8');
    }
}

function checkName(name: string): void {
    const segments = name.replace(/\/$/, '').split('/');
    const reason =
        name === '' || name.length > LONGEST_NAME
            ? 'is empty or too long'
            : name.includes('\\')
              ? 'has a backslash'
              : name.startsWith('/') || /^[A-Za-z]:/.test(name)
                ? 'is absolute'
                : segments.some((segment) => segment === '..' || segment === '.' || segment === '')
                  ? 'leads out of the archive'
                  : // eslint-disable-next-line no-control-regex
                    /[\u0000-\u001f\u007f]/.test(name)
                    ? 'has control characters'
                    : undefined;
    if (reason !== undefined) {
        throw badZip(`The member name ${JSON.stringify(name.slice(0, 200))} ${reason}`);
    }
}

function checkSize(member: Member, limits: ZipLimits): void {
    if (member.size > limits.memberSize) {
        throw badZip(`The member '${member.name}' declares ${member.size} bytes; ${limits.memberSize} are allowed`);
    }
    if (member.size > limits.ratioFrom && member.size > member.packedSize * limits.ratio) {
        throw badZip(`The member '${member.name}' unpacks to more than ${limits.ratio} times its packed size`);
    }
}

function unpack(bytes: Uint8Array, member: Member): Uint8Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (member.offset + 30 > bytes.length || view.getUint32(member.offset, true) !== LOCAL_HEADER) {
        throw badZip(`The member '${member.name}' is damaged`);
    }
    const nameLength = view.getUint16(member.offset + 26, true);
    const start = member.offset + 30 + nameLength + view.getUint16(member.offset + 28, true);
    const localName = decodeName(bytes.subarray(member.offset + 30, member.offset + 30 + nameLength));
    if (localName !== member.name) {
        throw badZip(`The member '${member.name}' calls itself '${localName}'`);
    }
    if (start + member.packedSize > bytes.length) {
        throw badZip(`The member '${member.name}' is cut off`);
    }
    const packed = bytes.subarray(start, start + member.packedSize);
    const body = member.method === STORED ? packed.slice() : inflate(packed, member);
    if (body.length !== member.size) {
        throw badZip(`The member '${member.name}' declares ${member.size} bytes and has ${body.length}`);
    }
    if (crc32(body) !== member.crc) {
        throw badZip(`The member '${member.name}' is damaged: its checksum is wrong`);
    }
    return body;
}

/** Inflates in pieces, so that a member that holds more than it declares is stopped and not swallowed. */
function inflate(packed: Uint8Array, member: Member): Uint8Array {
    const body = new Uint8Array(member.size);
    let length = 0;
    const inflater = new Inflate((piece) => {
        if (length + piece.length > member.size) {
            throw badZip(`The member '${member.name}' declares ${member.size} bytes and has more`);
        }
        body.set(piece, length);
        length += piece.length;
    });
    const step = 65_536;
    try {
        for (let at = 0; at < packed.length || at === 0; at += step) {
            inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
        }
    } catch (error) {
        throw error instanceof DataverseError ? error : badZip(`The member '${member.name}' is damaged`);
    }
    return body.subarray(0, length);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) {
        value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    }
    return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
    let crc = 0xffffffff;
    for (const byte of bytes) {
        crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
    }
    return (crc ^ 0xffffffff) >>> 0;
}

/** Whether a member has a content type: by its extension (`Default`) or by its name (`Override`). */
function contentTypes(bytes: Uint8Array): (name: string) => boolean {
    const types = parseXml(bytes, '[Content_Types].xml');
    if (types.name !== 'Types') {
        throw schemaViolation(types, `the root element is '${types.name}', not 'Types'`);
    }
    const extensions = new Set<string>();
    for (const entry of childrenNamed(types, 'Default')) {
        const extension = requiredAttribute(entry, 'Extension').toLowerCase();
        if (extensions.has(extension)) {
            throw schemaViolation(entry, `the extension '${extension}' is declared twice`);
        }
        extensions.add(extension);
    }
    const parts = new Set(
        childrenNamed(types, 'Override').map((entry) =>
            requiredAttribute(entry, 'PartName').replace(/^\//, '').toLowerCase(),
        ),
    );
    return (name) => {
        const file = name.slice(name.lastIndexOf('/') + 1);
        const dot = file.lastIndexOf('.');
        const extension = dot >= 0 ? file.slice(dot + 1).toLowerCase() : undefined;
        return (
            name === '[Content_Types].xml' ||
            parts.has(name.toLowerCase()) ||
            parts.has(encodeURI(name).toLowerCase()) ||
            (extension !== undefined && extensions.has(extension))
        );
    };
}

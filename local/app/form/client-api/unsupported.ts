/** A member of the Client API that this player does not have; it says so instead of doing nothing. */
export function unsupported(member: string): () => never {
    return () => {
        throw new Error(`${member} is not supported by this app player.`);
    };
}

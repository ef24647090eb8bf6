import { Observable } from './observable';

export type FormNotificationLevel = 'ERROR' | 'WARNING' | 'INFO';

export interface FormNotification {
    readonly id: string;
    readonly level: FormNotificationLevel;
    readonly message: string;
}

/** The messages in the bar above the form's tabs. */
export class FormNotifications extends Observable {
    #list: readonly FormNotification[] = [];

    get list(): readonly FormNotification[] {
        return this.#list;
    }

    /** Shows a message; one with the same id is replaced. */
    set(message: string, level: FormNotificationLevel, id: string): void {
        this.#list = [...this.#list.filter((notification) => notification.id !== id), { id, level, message }];
        this.notify();
    }

    /** @returns whether there was such a message */
    clear(id: string): boolean {
        const kept = this.#list.filter((notification) => notification.id !== id);
        const cleared = kept.length !== this.#list.length;
        this.#list = kept;
        if (cleared) {
            this.notify();
        }
        return cleared;
    }
}

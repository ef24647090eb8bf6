import dialogs from './dialogs.1033.json';
import form from './form.1033.json';
import list from './list.1033.json';
import pcf from './pcf.1033.json';
import ribbon from './ribbon.1033.json';
import shell from './shell.1033.json';
import xrm from './xrm.1033.json';

/** English. */
const texts: Readonly<Record<string, string>> = { ...shell, ...list, ...ribbon, ...dialogs, ...xrm, ...form, ...pcf };
export default texts;

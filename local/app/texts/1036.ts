import dialogs from './dialogs.1036.json';
import form from './form.1036.json';
import list from './list.1036.json';
import pcf from './pcf.1036.json';
import ribbon from './ribbon.1036.json';
import shell from './shell.1036.json';
import xrm from './xrm.1036.json';

/** French. */
const texts: Readonly<Record<string, string>> = { ...shell, ...list, ...ribbon, ...dialogs, ...xrm, ...form, ...pcf };
export default texts;

import { mount } from '../dialog/mount';
import { DisqualifyDialog } from './dialog/DisqualifyDialog';

void mount(DisqualifyDialog);

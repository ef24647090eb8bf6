import { mount } from '../dialog/mount';
import { DisqualifyDialog } from './disqualify/DisqualifyDialog';

void mount(DisqualifyDialog);

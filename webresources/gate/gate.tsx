import { mount } from '../dialog/mount';
import { GateDialog } from './GateDialog';

void mount(GateDialog);

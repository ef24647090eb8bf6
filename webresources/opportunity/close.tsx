import { mount } from '../dialog/mount';
import { CloseDialog } from './close/CloseDialog';

void mount(CloseDialog);

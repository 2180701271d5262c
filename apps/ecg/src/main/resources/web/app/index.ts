import '../kit/kit.css';
import { restoreTheme } from '../kit/theme/theme';
import { flashInStep } from './alarm/flash';
import './console';
import './console.css';
import { followMillimetres } from './paper/millimetres';

restoreTheme();
flashInStep();
followMillimetres();

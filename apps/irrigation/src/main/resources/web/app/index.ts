import '../kit/kit.css';
import { offerLanguages } from '../kit/language/language';
import { restoreTheme } from '../kit/theme/theme';
import { offerUnits } from '../kit/units/units';
import './console';
import './console.css';

restoreTheme();
offerLanguages('en', 'es', 'fr');
offerUnits();

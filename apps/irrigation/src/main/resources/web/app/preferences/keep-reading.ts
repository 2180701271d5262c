import { READING_CHANGED, chooseLanguage, currentLanguage, languageWasChosen } from '../../kit/language/language';
import { chooseUnits, currentUnits, unitsWereChosen } from '../../kit/units/units';
import { fetchPreferences, keepPreferences } from './preferences';

/** Takes a person's language and units along to other computers: what was chosen here goes to the server, and from there to where nothing was chosen yet. */
export class KeepReading {
    private adopted = false;

    constructor() {
        window.addEventListener(READING_CHANGED, () => void this.keep());
    }

    /** Called when somebody has signed in. */
    async adopt(): Promise<void> {
        if (this.adopted) {
            return;
        }
        const { language, units } = await fetchPreferences();
        if (language && !languageWasChosen() && language !== currentLanguage()) {
            chooseLanguage(language);
        }
        if (units && !unitsWereChosen() && units !== currentUnits()) {
            chooseUnits(units);
        }
        this.adopted = true;
    }

    /** Quiet hours stay as they are. That it cannot be kept now disturbs nobody: the choice holds on this computer. */
    private async keep(): Promise<void> {
        if (this.adopted) {
            await fetchPreferences()
                .then((kept) => keepPreferences({ ...kept, language: currentLanguage(), units: currentUnits() }))
                .catch(() => undefined);
        }
    }
}

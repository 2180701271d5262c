#include "bytes.h"
#include "kinds.h"

#define RULE_OFFSET 16U
#define SPREADS_OFFSET (RULE_OFFSET + 20U)
#define SPREADS 30U /* of five depths, three horizons, with and without the rain known */
#define HORIZONS 3U
#define LARGEST 32767U
#define LARGEST_SHIFT 30U
#define LARGEST_SHARE 256U
#define LONGEST_TENTHS 300U

static bool within(uint32_t value, uint32_t lowest, uint32_t highest) { return lowest <= value && value <= highest; }

bool mw_soil_rule_holds(const uint8_t *section) {
    const uint8_t *at = section + RULE_OFFSET;
    uint32_t refill_share = mw_u16(at + 8);
    bool holds = within(at[6], 1, LARGEST_SHIFT) && at[7] >= 1 && within(mw_u16(at + 10), refill_share, LARGEST_SHARE) &&
                 within(mw_u16(at + 12), 0, LONGEST_TENTHS) && within(mw_u16(at + 14), 1, LARGEST) &&
                 within(mw_u16(at + 16), 1, LONGEST_TENTHS) && mw_u16(at + 18) == 0;
    for (uint32_t horizon = 0; horizon < HORIZONS; horizon++) {
        holds = holds && within(mw_u16(at + 2 * horizon), 1, LARGEST);
    }
    for (uint32_t spread = 0; spread < SPREADS; spread++) {
        holds = holds && mw_u16(section + SPREADS_OFFSET + 2 * spread) <= LARGEST;
    }
    return holds;
}

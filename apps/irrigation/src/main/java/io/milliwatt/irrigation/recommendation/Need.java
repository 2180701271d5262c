package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.ledger.WeatherOrigin;
import io.milliwatt.irrigation.season.SeasonWord;
import io.milliwatt.irrigation.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads from an account how soon and how much water is needed. */
final class Need {
    /** The rest of today, tomorrow and the day after. */
    private static final int NEAR_DAYS = 3;

    private Need() {}

    static Figures figures(Account account, OptionalDouble nodeDaysToRefill) {
        LedgerDay standing = account.standing();
        List<LedgerDay> near = account.outlook().stream().limit(NEAR_DAYS).toList();
        return new Figures(
                standing.closing(),
                standing.standardError(),
                standing.refillLine(),
                standing.available(),
                cropUse(account),
                near.stream().mapToDouble(day -> day.rain().counted()).sum(),
                near.stream()
                        .flatMapToDouble(day -> day.rain().probability().stream())
                        .max(),
                daysToRefill(account),
                nodeDaysToRefill,
                100 * standing.assimilated().day().stressAtEnd());
    }

    /** Of whole days to come: today's rest says little in the evening. */
    private static double cropUse(Account account) {
        return account.outlook().stream()
                .skip(1)
                .limit(2)
                .mapToDouble(LedgerDay::evapotranspiration)
                .average()
                .orElseGet(() -> account.standing().evapotranspiration());
    }

    /** To a tenth of a day, between the evening before the line is passed and that after. */
    static OptionalDouble daysToRefill(Account account) {
        LedgerDay standing = account.standing();
        if (standing.refillReached()) {
            return OptionalDouble.of(0);
        }
        double room = standing.refillLine() - standing.closing();
        for (int i = 0; i < account.outlook().size(); i++) {
            LedgerDay day = account.outlook().get(i);
            double left = day.refillLine() - day.closing();
            if (left <= 0) {
                double part = room - left > 0 ? room / (room - left) : 0;
                return OptionalDouble.of(Math.rint(10 * (i + part)) / 10);
            }
            room = left;
        }
        return OptionalDouble.empty();
    }

    /** Whether the line would be passed before tomorrow's night if none of the expected rain fell. */
    static boolean dueWithoutRain(Account account) {
        double rain = 0;
        for (LedgerDay day : account.outlook().stream().limit(2).toList()) {
            rain += day.rain().counted();
            if (day.closing() + rain >= day.refillLine()) {
                return true;
            }
        }
        return account.standing().refillReached();
    }

    /** Whether it is still passed tomorrow evening with the rain counted in. */
    static boolean dueWithRain(Account account) {
        return account.outlook().stream()
                .skip(1)
                .findFirst()
                .map(LedgerDay::refillReached)
                .orElseGet(account.standing()::refillReached);
    }

    /** What the root zone takes tonight, less the room left for rain and what rain of the near days will bring; no more than the plan gives. */
    static double net(Zone zone, Account account, SeasonWord season) {
        double fits =
                Math.max(0, tonight(account).closing() - zone.refill().leaveRoomMillimetres() - rainTomorrow(account));
        return switch (season) {
            case SeasonWord.Planned planned -> Math.min(planned.tonight().millimetres(), fits);
            case SeasonWord.Unplanned unplanned -> fits;
        };
    }

    static LedgerDay tonight(Account account) {
        return account.outlook().isEmpty()
                ? account.standing()
                : account.outlook().getFirst();
    }

    private static double rainTomorrow(Account account) {
        return account.outlook().stream()
                .skip(1)
                .limit(1)
                .mapToDouble(day -> day.rain().counted())
                .sum();
    }

    /** Days in a row, today's the last, of whose weather nothing is known. */
    static int daysWithoutWeather(Account account) {
        List<LedgerDay> days = new ArrayList<>(account.days());
        days.add(account.standing());
        int count = 0;
        for (int i = days.size() - 1; i >= 0; i--) {
            if (days.get(i).origin() != WeatherOrigin.CARRIED_ON) {
                break;
            }
            count++;
        }
        return count;
    }
}

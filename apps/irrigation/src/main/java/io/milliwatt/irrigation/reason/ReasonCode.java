package io.milliwatt.irrigation.reason;

import java.util.Locale;

/** All reasons, each with its English sentence; the names in braces are the numbers and texts that come with it. */
public enum ReasonCode {
    // What the recommendation stands on.
    DEPLETION_NEAR_REFILL(
            "The depletion is {depletionMillimetres} of {refillMillimetres} mm and will reach the refill line in {daysToRefill} days."),
    DEPLETION_BEYOND_REFILL(
            "The depletion is {depletionMillimetres} mm, beyond the refill line of {refillMillimetres} mm."),
    DEPLETION_LOW(
            "The depletion is only {depletionMillimetres} of {refillMillimetres} mm; the refill line is about {daysToRefill} days away."),
    DEPLETION_LOW_FOR_LONG(
            "The depletion is only {depletionMillimetres} of {refillMillimetres} mm; the refill line is not reached within {days:0} days."),
    NODE_DAYS_TO_REFILL("The node itself expects the refill line in {daysToRefill} days."),
    CROP_USE("The crop uses {millimetresPerDay} mm a day."),
    STRESSED("The crop is short of water: it transpires {percent:0} % of what it could."),
    RAIN_EXPECTED("{millimetres} mm of rain are likely ({probabilityPercent:0} %)."),
    RAIN_WOULD_SUFFICE(
            "The {millimetres} mm of rain that are expected keep the zone above the refill line until {until}."),
    RAIN_LOCKOUT("{millimetres} mm of rain have fallen in the last {hours:0} hours; the soil takes that in first."),
    NO_FORECAST("There is no rain forecast; none is counted on."),
    TOO_LITTLE_TO_IRRIGATE(
            "Only {millimetres} mm would fit in, less than the {leastMillimetres} mm that are worth opening a valve for."),
    // What the plan for the season says.
    PLAN_REFILLS(
            "The plan for the season refills from a depletion of {lineMillimetres} mm on, in part, and leaves the rest for rain."),
    PLAN_WAITS(
            "The plan for the season waters from a depletion of {lineMillimetres} mm on, which usual weather brings on {until}."),
    PLAN_HOLDS_BACK(
            "The plan for the season holds water back until {until}: in this stage a dry soil costs the least yield, so it may dry to {lineMillimetres} mm."),
    PLAN_SUFFICES("The plan for the season gives no more water: the soil's own lasts to the crop's last day, {until}."),
    PLAN_DRIES_DOWN(
            "The plan for the season gives no more water: the soil is let dry down to the crop's last day, {until}, and {millimetres} mm of the crop's use stay ungiven."),
    PLAN_SPENT(
            "The plan for the season has given the water that the allocation leaves; it gives no more until {until}."),
    NO_PLAN_WITHOUT_PAST(
            "There is no plan for the season, since the station knows neither three earlier years nor the last week: the refill line alone decides."),
    NO_PLAN_SEASON_OVER(
            "There is no plan, since the crop's last day by its stages was {until}: the refill line alone decides."),
    SOIL_SATURATED("The soil is wetter than it can hold; more water would only drain."),
    LEACHING("{percent:0} % more is given so that salt is washed below the roots."),
    CYCLE_AND_SOAK(
            "The water comes in {cycles:0} parts with {soakMinutes:0} min between, because the soil takes in {intakeMillimetresPerHour} mm an hour and the zone gives {rateMillimetresPerHour} mm an hour."),
    // What stands against it.
    NO_SOIL("The zone has no soil yet: set its texture, so that per cent become millimetres."),
    NO_CROP("The zone has no crop now: set what grows there and when it was planted."),
    NO_VALVE("The zone has no valve: set one, or water it by hand."),
    BALANCE_STALE("The last weather that is known is {hours:0} hours old; nothing is decided on it."),
    UNCERTAIN(
            "The depletion is only known to {spreadMillimetres:0} mm, too little to decide on: look at the soil, or mend the probe."),
    FROST_LOCKOUT(
            "{celsius} °C are expected, at or below the {limitCelsius} °C at which pipes and crop must not be wet."),
    WIND_TOO_STRONG("The wind is {metresPerSecond} m/s, too strong to sprinkle."),
    ALLOCATION_SPENT("{percent:0} % of the allocation is used; {leftMillimetres} mm are left."),
    ALLOCATION_USED_MILLIMETRES(
            "{percent:0} % of the water allocation is used: {usedMillimetres:0} of {limitMillimetres:0} mm until {until}."),
    ALLOCATION_USED_CUBIC_METRES(
            "{percent:0} % of the water allocation is used: {usedCubicMetres:0} of {limitCubicMetres:0} m³ until {until}."),
    ALLOCATION_LIMITS(
            "The allocation leaves {leftMillimetres} mm, less than the {wantedMillimetres} mm that are needed."),
    EMERGENCY_STOP("Everything is stopped: {by} pressed the emergency stop ({why}). A person must release it."),
    LEAK("Water flows at {litresPerMinute} l/min though nothing is open."),
    BLOCKED("No water flows though the valve has been open for {seconds:0} s."),
    LINK_LOST("The node of the valve has not been heard for {minutes:0} minutes."),
    DATA_STALE(
            "The data behind this are {minutes:0} minutes old; more than {limitMinutes:0} is too old to open a valve on."),
    DATA_FLAGGED("A reading behind this has been found doubtful since."),
    NEEDS_A_PERSON(
            "It is not opened by itself, because the probe cannot be trusted; accept it to water by the weather alone."),
    NO_RUN("No run asks for this valve to be open now."),
    OVER_MAXIMUM("The valve has been open for its maximum of {seconds:0} s."),
    MASTER_CLOSED("The master valve {valve} is not open."),
    VALVE_UNKNOWN("It is not known whether the valve is open or closed; it is closed first."),
    // On what the balance stands.
    PROBE("The balance is corrected by the probe."),
    MEASURED_BY_HAND("The balance is corrected by what a person measured ({note})."),
    FORECAST("This is a forecast."),
    NO_PROBE("The balance goes by the weather alone: the zone has no probe."),
    PROBE_SILENT("The balance goes by the weather alone: the probe has been silent for {hours:0} hours."),
    PROBE_NEVER_HEARD("The balance goes by the weather alone: the probe has not been heard yet."),
    PROBE_FLAGGED("The balance goes by the weather alone, because the probe's readings are doubtful: {flags}."),
    PROBE_TOO_SHALLOW(
            "The balance goes by the weather alone: the probe's good sensors see only {coveredPercent:0} % of the root zone's water."),
    PROBE_DISAGREES(
            "The balance goes by the weather alone: the probe is {innovationMillimetres:0} mm off what was expected, more than the {limitMillimetres:0} mm that one reading is believed; it is if the next one agrees."),
    WEATHER_CARRIED_ON("No weather is known for {days:0} of these days; the mean of the days before is taken."),
    WEATHER_CLIMATOLOGY("The weather is what this time of the year usually brings here, by the station's own past."),
    // How a weather service does.
    FORECAST_UNREACHABLE("The weather service cannot be reached."),
    FORECAST_SLOW("The weather service did not answer within {seconds:0} s."),
    FORECAST_REFUSED("The weather service refused with HTTP status {status:0}."),
    FORECAST_UNREADABLE("The weather service's answer cannot be read: {field} is not as its format says."),
    FORECAST_INCOMPLETE("The weather service tells no {quantity} for {day}."),
    FORECAST_OUTDATED("The weather service answers with an old forecast, of {day}."),
    FORECAST_UNIT("The weather service tells {quantity} in {unit} instead of {wantedUnit}."),
    FORECAST_ELSEWHERE("The weather service answers for a place {kilometres:0} km away."),
    FORECAST_IMPOSSIBLE("The weather service tells a {quantity} of {value} for {day}, which cannot be."),
    FORECAST_UNBELIEVABLE(
            "The weather service expects {celsius} °C in the mean, {differenceKelvin:0} °C off what this time of the year brings here."),
    FORECAST_LAST_GOOD("Its last good answer is {hours} hours old."),
    FORECAST_NEVER_GOOD("It has not answered well yet."),
    // What planning found.
    SOURCE_BUSY("{source} is busy until {until}."),
    SOURCE_LIMIT(
            "{source} gives {cubicMetres} m³ an hour, too little for the {wantedCubicMetres} m³ an hour of {zone}."),
    SOURCE_SHARED("{source} gives {cubicMetres} m³ an hour; {zone} waits until others are done."),
    WELL_REFILLS("{source} must stand for {minutes:0} min after {runMinutes:0} min of pumping."),
    NIGHT_LIMIT(
            "{source} gives {cubicMetres:0} m³ a night; {shortCubicMetres:0} m³ of {zone} must wait until the next night."),
    BLACKOUT("Nothing may run from {from} to {until}: {why}."),
    NOT_ENOUGH_NIGHT(
            "{zone} does not fit before {until}; {shortMillimetres} of {wantedMillimetres} mm must wait until the next night."),
    MAXIMUM_OPEN("The valve may be open for {seconds:0} s at a time, so the run is cut into {cycles:0} parts."),
    MANUAL_RUN("{by} opened it by hand; it stops by itself after {minutes:0} min."),
    // What became of an irrigation.
    APPLIED("{millimetres} of {plannedMillimetres} mm were applied."),
    METERED("The flow meter counted {cubicMetres} m³."),
    TIMED("There is no flow meter; the water is reckoned from how long the valve was open."),
    MOISTURE_ROSE("The probe rose by {risePercent} % by volume at {depthCentimetres:0} cm."),
    MOISTURE_NOT_RISING(
            "The soil did not get wetter within {hours:0} hours after {millimetres} mm: look for a blocked line, a closed tap or a moved probe."),
    NOT_JUDGED("Whether the soil got wetter cannot be told: the probe gave no good readings."),
    DRAINED("{millimetres} mm went below the roots."),
    // How a probe is.
    HEALTHY("The probe reads as it should."),
    SILENT(
            "Nothing has been heard from the probe for {hours:0} hours: look at its battery, its aerial and the gateway."),
    SENSOR_DEAD(
            "The sensor at {depthCentimetres:0} cm gives nothing while the others of the same node go on: its cable or the sensor itself has failed."),
    SENSOR_FLAT(
            "The sensor at {depthCentimetres:0} cm has not moved for {hours:0} hours while the soil around it changed: it is stuck or has lost contact with the soil."),
    SOIL_QUIET(
            "Moisture hardly moves at any depth and temperatures go on: the soil is quiet, the sensor is not at fault."),
    SENSOR_FROZEN(
            "The soil at {depthCentimetres:0} cm is at {celsius} °C: ice is not felt as water, so the reading waits for the thaw."),
    SENSOR_DRIFTING(
            "The sensor at {depthCentimetres:0} cm runs away from the others by {percentPerMonth} % by volume a month: check its calibration."),
    SENSOR_OUT_OF_RANGE("The sensor at {depthCentimetres:0} cm reads {percent} %, which no soil can hold."),
    SENSOR_SPIKING("The sensor at {depthCentimetres:0} cm jumps up and down: look at its connector for water."),
    SENSOR_STEPPED(
            "The sensor at {depthCentimetres:0} cm jumped by {percent} % by volume on {on} and stayed there, without rain or recorded water: look whether it has lost contact, or enter the water."),
    SENSOR_BROKEN(
            "The sensor at {depthCentimetres:0} cm fell on {on} and stays at {percent} %: it lies in air, or its cable is cut."),
    SENSOR_NOT_USED("The sensor at {depthCentimetres:0} cm takes part in no decision since {since} ({flags})."),
    SENSOR_SATURATED("The sensor at {depthCentimetres:0} cm stands at its upper end: it lies in water."),
    PROBE_MOVED(
            "The readings from {from} on are those of another depth: the probe was moved. Enter where it lies now; older readings keep their old depth."),
    BATTERY_LOW("The battery is at {millivolts:0} mV; change it before readings fall with it."),
    // Weather, pests and diseases.
    FROST_UNLIKELY(
            "The lowest temperature expected is {celsius} °C, well above the {criticalCelsius} °C that harm the crop."),
    FROST_POSSIBLE("{celsius} °C are expected, within 2 °C of the {criticalCelsius} °C that harm the crop."),
    FROST_LIKELY(
            "{celsius} °C are expected, at or below the {criticalCelsius} °C that harm the crop; dew forms at {dewPointCelsius} °C and warns."),
    FROST_BLACK(
            "{celsius} °C are expected, at or below the {criticalCelsius} °C that harm the crop, in air so dry (dew point {dewPointCelsius} °C) that no hoar warns."),
    FROST_NOW("It is {celsius} °C now, at or below the {criticalCelsius} °C that harm the crop."),
    FROST_EXPECTED("Frost: {celsius} °C expected about {at} for {crop}, limit {criticalCelsius} °C."),
    FROST_MEASURED("Frost: {celsius} °C measured at {at} for {crop}, limit {criticalCelsius} °C."),
    DISEASE_UNFAVOURABLE("The last days were too dry or too cold for {disease}."),
    DISEASE_DAY("One day was favourable for {disease}; a second in a row is a warning."),
    DISEASE_WARNING("{days:0} favourable days in a row for {disease}, the last on {until}."),
    INFECTION_PERIOD("Leaves were wet for {wetHours:0} hours at {celsius} °C, long enough for {disease}."),
    RISK_INDEX("The index of {disease} is {index:0} of 100."),
    DISEASE_RAIN("{millimetres} mm of rain at {celsius} °C and more are enough for a first infection by {disease}."),
    DISEASE_UNKNOWN("The risk of {disease} cannot be told: {missing} is not measured here."),
    SPRAY_COVERS("{product} of {on} covers until {until}."),
    SPRAY_OVER("{product} of {on} has worn off since {until}."),
    SPRAY_WASHED_OFF("{millimetres} mm of rain since {on} have washed {product} off."),
    NO_SPRAY("No spray against {disease} is recorded."),
    // Wrong input.
    WATER_CONTENT_NEGATIVE("A water content of {value} % is below nothing."),
    WATER_CONTENT_OVER_ONE("A water content of {value} % is more than all of the soil's volume."),
    MISSING_CODE("The value {value} stands for a missing one."),
    READING_FLAGGED("The reading is doubtful ({flag}): {why}"),
    VALUE_IMPOSSIBLE("A {quantity} of {value} cannot be."),
    RAIN_IS_A_COUNTER("The rain is told as a counter that only grows; what it grew by is taken."),
    NO_PROBE_FOR_READINGS(
            "The file has soil moisture, but no zone with a probe was named for it; choose one to keep it."),
    NO_ZONE_FOR_WATER("The file has irrigations, but no zone was named for them; choose one to keep them."),
    HUMIDITY_OUT_OF_RANGE("A relative humidity of {value} % cannot be."),
    RAIN_COUNTER_STUCK("The rain counter has stood at the same large value for {hours:0} hours."),
    WIND_MISSING("There is no wind; 2 m/s, the mean of the world's stations, is taken."),
    CLOCK_CHANGED("The clock changed at {hour:0} o'clock; the hour is {times} there."),
    DUPLICATE("The same reading is there already; it counts once."),
    // What was entered and cannot be.
    OUT_OF_RANGE("The {setting} is {value:00}{unit}; it must be {least:00} to {most:00}{unit}."),
    OUT_OF_RANGE_ABOVE("The {setting} is {value:00}{unit}; it must be above {least:00} and at most {most:00}{unit}."),
    LATITUDE_UNFIT("The latitude is {value:00}°; it must be -90 to 90°. In GeoJSON the longitude comes first."),
    NAME_UNFIT("The name of the {thing} must have 1 to {most:0} characters."),
    ID_UNFIT(
            "The id '{id}' cannot be that of the {thing}: it must be 1 to 63 lower case letters, digits and hyphens, and must not begin with a hyphen."),
    TIME_ZONE_UNKNOWN("The time zone '{zone}' is not known; give its name, such as Europe/Madrid."),
    CURRENCY_UNKNOWN("The currency is '{currency}'; give its three letters, such as EUR."),
    CLOSED_DAYS_NONE("Closed hours need at least one day of the week."),
    OUTLINE_NO_POLYGON("The outline is a {shape}; it must be a Polygon with coordinates. Split other shapes."),
    OUTLINE_POSITION("A position of the outline is {position}; it must be [longitude, latitude]."),
    OUTLINE_NO_BORDER("An outline needs an outer border."),
    OUTLINE_FEW_POSITIONS("A border has {positions:0} positions; it needs at least three corners and the first again."),
    OUTLINE_OPEN("A border ends at {end}; it must end where it began, at {begin}."),
    OUTLINE_NO_AREA("The outline holds no area; give its corners in their order."),
    FIELD_NOT_THERE("Its field '{field}' is neither in the file nor on the farm."),
    DEPTHS_NOT_DOWNWARDS("The probe's depths are {depths} cm; they must grow downwards."),
    LAYERS_NONE("A soil needs at least one layer."),
    LAYERS_NOT_DOWNWARDS(
            "Soil layers are given from the top down, but one ending at {bottomCentimetres:0} cm follows one ending at {aboveCentimetres:0} cm."),
    LAYER_WITHOUT_LIMITS("A layer has no {limit} and no texture to reckon it from; give one of the two."),
    SATURATION_BELOW_CAPACITY(
            "The layer's saturation of {saturationPercent} % lies below its field capacity of {capacityPercent} %."),
    WILTING_ABOVE_CAPACITY(
            "The layer's wilting point of {wiltingPercent} % does not lie below its field capacity of {capacityPercent} %."),
    TEXTURE_IMPOSSIBLE(
            "{sandPercent} % of sand and {clayPercent} % of clay cannot be: each is 0 to 100 %, and both together at most 100 %."),
    ALLOCATION_TURNED("The allocation ends on {to}, before it begins on {from}."),
    ALLOCATION_WITHOUT_LIMIT("An allocation needs a limit in mm or in m³."),
    REMOVED_BEFORE_PLANTED("The crop is removed on {removed}, before it is planted on {planted}."),
    PLANTED_ON_MISSING("The crop {crop} has no date of planting; give it, since its stages count from there."),
    NOT_THERE("There is no {thing} '{id}'."),
    IN_USE("Something else on the farm hangs on this or names it: take that away first, or choose another."),
    CROP_GROWS("The crop '{id}' grows in a zone: plant another there first."),
    NODE_TAKEN("Node {node} already is the probe '{probe}'; a node is one probe."),
    OUTPUT_TAKEN("Output {output} of node {node} already drives the valve '{valve}'; choose another output."),
    ENTRY_UNFIT("It cannot be taken: {why}"),
    // Files that cannot be read.
    FILE_EMPTY("{file} is empty. Choose a file with a line of column names and rows below it."),
    FILE_NO_TABLE("{file} is no table. Save it as comma-separated text."),
    FILE_NO_TIMES("{file} has no column of dates among {columns}. Name one 'date' or 'time'."),
    FILE_NO_KNOWN_COLUMN(
            "{file} has no column that is known among {columns}. Known are tmin, tmax, temperature, humidity, rhmin, rhmax, dewpoint, wind, rain, solar, et0, irrigation, soil_moisture_10cm and soil_temp_10cm."),
    FILE_COLUMN_MISSING("{file} has no column '{columns}'. Export or copy it again from its source."),
    FILE_SEVERAL_STATIONS("{file} holds several stations. Import the rows of the one station that is near this farm."),
    FILE_NO_STATION(
            "{file} does not tell its station, its place and the sensor's depth. Download it again as 'header and values'."),
    FILE_NO_ROW("{file} has no row below its head. Name another kind of file if that is wrong."),
    FILE_NO_READABLE_ROW(
            "{file} has no row that can be read; line {line:0} is the first of them. Name another kind of file if that is wrong."),
    ROW_NO_DATE("The field '{field}' is no date; write it as 2026-06-12."),
    ROW_NO_NUMBER("The field '{field}' stands where a number should."),
    ROW_TOO_SHORT("The line has too few fields.");

    private final String english;

    ReasonCode(String english) {
        this.english = english;
    }

    String english() {
        return english;
    }

    /** As it is written in messages, such as {@code depletion-near-refill}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ReasonCode fromLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

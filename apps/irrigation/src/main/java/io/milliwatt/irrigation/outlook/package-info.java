/** What the weather means for a crop: frost in the night to come, the heat gathered since a pest's or a crop's begin, and the risk of diseases with what was sprayed. */
package io.milliwatt.irrigation.outlook;

/** What water was used: by zone, source or month, in m³ and mm, of which allocation, at what cost; for managers, certificates and authorities. */
package io.milliwatt.irrigation.wateruse;

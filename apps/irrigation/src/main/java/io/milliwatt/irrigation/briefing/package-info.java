/** What the server tells a soil node so that it can judge by itself: the lines of its root zone, and the rain to come; when, and how often at most. */
package io.milliwatt.irrigation.briefing;

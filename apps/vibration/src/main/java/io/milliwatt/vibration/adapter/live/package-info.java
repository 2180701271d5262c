/** News for open pages. */
package io.milliwatt.vibration.adapter.live;

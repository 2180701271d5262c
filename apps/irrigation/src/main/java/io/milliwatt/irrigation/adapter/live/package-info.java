/** News for open pages. */
package io.milliwatt.irrigation.adapter.live;

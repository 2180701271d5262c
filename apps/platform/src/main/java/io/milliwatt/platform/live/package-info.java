/**
 * What pages are told while they are open: one WebSocket, a bounded queue per connection in which newer values replace
 * older ones, alarms that are never dropped, and a heartbeat that says how the way in is doing.
 */
package io.milliwatt.platform.live;

/** Where the domain meets the outside: Kafka frames, PostgreSQL, REST and WebSocket. Frameworks appear only here. */
package io.milliwatt.vibration.adapter;

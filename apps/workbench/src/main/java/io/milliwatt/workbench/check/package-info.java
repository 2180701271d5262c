/**
 * Looks at the whole chain from outside while it runs: reads what Kafka, the database and the console's WebSocket show of
 * the same frame, and tells how long each leg took or which one is broken.
 */
package io.milliwatt.workbench.check;

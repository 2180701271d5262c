/**
 * Messages that leave the app: written in the transaction that decides on them, sent to Kafka once it is committed, and
 * removed when Kafka has acknowledged. A message may be sent twice and is never lost.
 */
package io.milliwatt.platform.outbox;

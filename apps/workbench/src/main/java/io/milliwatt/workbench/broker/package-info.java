/**
 * A real Kafka broker in KRaft mode, one node that is broker and controller, as a program of its own with data that
 * survive restarts.
 */
package io.milliwatt.workbench.broker;

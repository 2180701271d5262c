/** What a node says it has learnt about its own machine: the bytes of frame kind 7 ({@code bundle.md}, "The learnt state"). */
package io.milliwatt.telemetry.learning;

/** Errors as RFC 9457 problems: a sentence for people and a stable code for programs, never a stack trace. */
package io.milliwatt.platform.problems;

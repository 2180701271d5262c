/** Who the nodes are: enrolment, their secrets at rest, their passwords, and the directory that reception looks up. */
package io.milliwatt.gateway.node;

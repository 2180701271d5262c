/** {@code milliwatt agronomy}: the agronomy library held against worked values from outside. */
package io.milliwatt.workbench.agronomy;
